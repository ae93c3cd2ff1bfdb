import { z } from "zod";
import type { RegisterHolder } from "./RegisterRecord.ts";
import type { Seal } from "./Seal.ts";

/** Digits that prove a dossier. */
const FACTOR_DIGITS = 4;
/** Four of so few digits would give most of a number away; such a one is a slip of the pen. */
const PHONE_MIN_DIGITS = 9;
const IDENTITY_MIN_DIGITS = 7;

/** What is kept of a holder, beside the masks. */
export interface SealedHolder {
  readonly sealed: Buffer;
  readonly phoneFactor: Buffer | null;
  readonly identityFactor: Buffer | null;
}

/** Seals a holder for one dossier. Only a citizen can prove it: a company's numbers are public. */
export function sealHolder(seal: Seal, ref: Buffer, holder: RegisterHolder): SealedHolder {
  const { name, kind, phone, identity } = holder;
  const digits = provingDigits(holder);
  return {
    sealed: seal.close(ref, JSON.stringify([name, kind, phone, identity])),
    phoneFactor: digits.phone === null ? null : seal.factorHash(ref, "phone", digits.phone),
    identityFactor:
      digits.identity === null ? null : seal.factorHash(ref, "identity", digits.identity),
  };
}

/** Whether four digits can prove that somebody is the holder, or speaks for them. */
export function canProve(holder: RegisterHolder): boolean {
  const { phone, identity } = provingDigits(holder);
  return phone !== null || identity !== null;
}

function provingDigits({ kind, phone, identity }: RegisterHolder) {
  if (kind !== "citizen") return { phone: null, identity: null };
  return {
    phone: lastDigits(phone, PHONE_MIN_DIGITS),
    identity: lastDigits(identity, IDENTITY_MIN_DIGITS),
  };
}

const HolderSchema = z.tuple([
  z.string(),
  z.enum(["citizen", "business"]),
  z.string().nullable(),
  z.string().nullable(),
]);

/** @throws when the seal does not hold: the row was changed, or is another dossier's */
export function unsealHolder(seal: Seal, ref: Buffer, sealed: Buffer): RegisterHolder {
  const [name, kind, phone, identity] = HolderSchema.parse(JSON.parse(seal.open(ref, sealed)));
  return { name, kind, phone, identity };
}

function lastDigits(text: string | null, atLeast: number): string | null {
  const digits = text === null ? "" : text.replace(/\D/g, "");
  return digits.length < atLeast ? null : digits.slice(-FACTOR_DIGITS);
}

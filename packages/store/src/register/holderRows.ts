import { z } from "zod";
import type { RegisterHolder } from "./RegisterRecord.ts";
import type { Seal } from "./Seal.ts";

/** Digits that prove a dossier. */
const FACTOR_DIGITS = 4;
/** Four of so few digits would give most of a number away; such a one is a slip of the pen. */
const PHONE_MIN_DIGITS = 9;
const IDENTITY_MIN_DIGITS = 7;

/** A holder as one text: what is sealed, and what tells two holders apart. */
export function holderText({ name, kind, phone, identity }: RegisterHolder): string {
  return JSON.stringify([name, kind, phone, identity]);
}

/**
 * What proves that somebody is the holder, or speaks for them: the last digits of the phone and of
 * the identity number. Only of a citizen: a company's numbers are public.
 */
export function provingDigits(holder: RegisterHolder): readonly string[] {
  if (holder.kind !== "citizen") return [];
  const digits = [
    lastDigits(holder.phone, PHONE_MIN_DIGITS),
    lastDigits(holder.identity, IDENTITY_MIN_DIGITS),
  ];
  return digits.filter((some) => some !== null);
}

const HolderSchema = z.tuple([
  z.string(),
  z.enum(["citizen", "business"]),
  z.string().nullable(),
  z.string().nullable(),
]);

/** @throws when the seal does not hold: the row was changed, or is another dossier's */
export function unsealHolder(seal: Seal, code: string, sealed: Buffer): RegisterHolder {
  const [name, kind, phone, identity] = HolderSchema.parse(JSON.parse(seal.open(code, sealed)));
  return { name, kind, phone, identity };
}

function lastDigits(text: string | null, atLeast: number): string | null {
  const digits = text === null ? "" : text.replace(/\D/g, "");
  return digits.length < atLeast ? null : digits.slice(-FACTOR_DIGITS);
}

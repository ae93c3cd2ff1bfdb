import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { hashToken, newToken } from "../../identity/tokens.ts";

/** Where the hashes are kept: the hub's small facts. */
export interface KeyKeeper {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, value: string) => void;
}

const KEPT_AS = "dossier_push_keys";
const KeptSchema = z.array(
  z.object({ source: z.string(), hash: z.string().length(64), madeAt: z.number() }),
);
type Kept = z.infer<typeof KeptSchema>;

/** The keys with which servers send dossiers: one a source. Only their SHA-256 is kept. */
export class PushKeys {
  readonly #keeper: KeyKeeper;

  constructor(keeper: KeyKeeper) {
    this.#keeper = keeper;
  }

  /** Makes the key of a source; the one before opens nothing any more. @returns it, this once */
  make(source: string, at: number): string {
    const key = newToken();
    this.#write([...this.#others(source), { source, hash: hashToken(key), madeAt: at }]);
    return key;
  }

  /** The source a key belongs to, or `null`. Takes as long whatever the key. */
  sourceOf(key: string): string | null {
    const given = Buffer.from(hashToken(key), "hex");
    let found: string | null = null;
    for (const { source, hash } of this.#read())
      if (timingSafeEqual(given, Buffer.from(hash, "hex"))) found = source;
    return found;
  }

  /** When the key of a source was made, or `null` when it has none. */
  madeAt(source: string): number | null {
    return this.#read().find((kept) => kept.source === source)?.madeAt ?? null;
  }

  /** Takes a source's key away. */
  forget(source: string): void {
    this.#write(this.#others(source));
  }

  #others(source: string): Kept {
    return this.#read().filter((kept) => kept.source !== source);
  }

  #read(): Kept {
    return KeptSchema.parse(JSON.parse(this.#keeper.read(KEPT_AS) ?? "[]"));
  }

  #write(kept: Kept): void {
    this.#keeper.write(KEPT_AS, JSON.stringify(kept));
  }
}

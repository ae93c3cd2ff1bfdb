import type { PinKept, PinStanding } from "@luot/contract";
import type { Logger } from "@luot/kit";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { jsonOrNull } from "../settings/jsonOrNull.ts";
import { writeWhole } from "../settings/writeWhole.ts";
import { hashPin, isPin, type PinHash, PinHashSchema } from "./pinHash.ts";
import { checkPin, pauseMs, triesLeft, type WrongTries } from "./pinWords.ts";

const PageSchema = z.strictObject({
  version: z.literal(1),
  pin: PinHashSchema.nullable(),
  isPutOff: z.boolean(),
  wrong: z.strictObject({ count: z.int().nonnegative(), lastAt: z.int() }),
});
type Page = z.infer<typeof PageSchema>;
/** A page with a PIN on it. */
type PinPage = Page & { readonly pin: PinHash };

const NO_TRIES: WrongTries = { count: 0, lastAt: 0 };
const EMPTY: Page = { version: 1, pin: null, isPutOff: false, wrong: NO_TRIES };

/** What came of a PIN. */
export type PinTried =
  | { readonly kind: "right" | "no_pin" }
  | { readonly kind: "wrong"; readonly tries: number }
  | { readonly kind: "wait"; readonly waitMs: number };

/** What a book of the PIN needs. */
export interface PinBookOptions {
  readonly path: string;
  readonly cost: Pick<PinHash, "n" | "r" | "p">;
  /** Epoch ms. */
  readonly now: () => number;
  readonly log: Logger;
}

/**
 * The administrator's PIN of one machine, and how often a wrong one was tried, in a file apart from
 * the settings. It is read anew each time, so that `--set-pin` works beside an app that runs.
 */
export class PinBook {
  readonly #options: PinBookOptions;
  /** Where the disk is full, tries of a PIN still count until the app ends or it is replaced. */
  #unwritten: { readonly pin: PinHash; readonly wrong: WrongTries } | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: PinBookOptions) {
    this.#options = options;
  }

  get standing(): PinStanding {
    const page = this.#read();
    if (page === "damaged") return "damaged";
    if (page.pin !== null) return "set";
    return page.isPutOff ? "put_off" : "unset";
  }

  /** Keeps the first PIN; a page may do that, but never change one. */
  keepFirst(pin: string): PinKept {
    const { standing } = this;
    if (standing !== "unset") return { ok: false, code: "already_set" };
    return this.keep(pin);
  }

  /** Keeps a PIN in place of any before, for whoever may: an open menu or the command line. */
  keep(pin: string): PinKept {
    const checked = checkPin(pin);
    if (!checked.ok) return { ok: false, code: checked.error };
    return this.#write({ ...EMPTY, pin: hashPin(checked.value, this.#options.cost) });
  }

  /** Leaves it without a PIN, and nobody is asked for one. */
  putOff(): PinKept {
    if (this.standing !== "unset") return { ok: false, code: "already_set" };
    return this.#write({ ...EMPTY, isPutOff: true });
  }

  /** Tries a PIN. One after the other: many at once must not count as one. */
  try(pin: string): Promise<PinTried> {
    const tried = this.#last.then(() => this.#try(pin));
    this.#last = tried.catch(() => undefined);
    return tried;
  }

  async #try(pin: string): Promise<PinTried> {
    const page = this.#readPin();
    if (page === null) return { kind: "no_pin" };
    const now = this.#options.now();
    const before = this.#wrongOf(page);
    const waitMs = pauseMs(before, now);
    if (waitMs > 0) return { kind: "wait", waitMs };
    // Counted before it is looked at: whoever pulls the plug meanwhile has had a try.
    const wrong = { count: before.count + 1, lastAt: now };
    this.#count(page, wrong);
    const isRight = await isPin(pin, page.pin);
    // Somebody may have set another meanwhile, here or by --set-pin: that one counts, and stays.
    const current = this.#readPin();
    if (current === null || !isSame(current.pin, page.pin)) return this.#try(pin);
    if (isRight) {
      this.#count(current, NO_TRIES);
      return { kind: "right" };
    }
    this.#options.log.warn("a wrong PIN", { count: wrong.count });
    const pause = pauseMs(wrong, now);
    if (pause > 0) return { kind: "wait", waitMs: pause };
    return { kind: "wrong", tries: triesLeft(wrong) };
  }

  #count(page: PinPage, wrong: WrongTries): void {
    this.#unwritten = this.#write({ ...page, wrong }).ok ? null : { pin: page.pin, wrong };
  }

  #wrongOf({ pin, wrong }: PinPage): WrongTries {
    const unwritten = this.#unwritten;
    return unwritten !== null && isSame(unwritten.pin, pin) ? unwritten.wrong : wrong;
  }

  /** @returns `null` where there is no PIN to be tried */
  #readPin(): PinPage | null {
    const page = this.#read();
    if (page === "damaged" || page.pin === null) return null;
    return { ...page, pin: page.pin };
  }

  #read(): Page | "damaged" {
    const { path, log } = this.#options;
    let text: string;
    try {
      text = readFileSync(path, "utf8");
    } catch (cause) {
      if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return EMPTY;
      log.error("the file of the PIN can't be read", { cause });
      return "damaged";
    }
    const parsed = PageSchema.safeParse(jsonOrNull(text));
    if (parsed.success) return parsed.data;
    // Not begun afresh: anybody in the hall could choose the next PIN.
    log.error("the file of the PIN is damaged; set a new one by --set-pin", {});
    return "damaged";
  }

  #write(page: Page): PinKept {
    try {
      writeWhole(this.#options.path, JSON.stringify(page, null, 2));
      return { ok: true };
    } catch (cause) {
      this.#options.log.error("the PIN can't be written", { cause });
      return { ok: false, code: "cannot_store" };
    }
  }
}

/** Whether it is the very same: each that is set has a salt of its own. */
function isSame(one: PinHash, other: PinHash): boolean {
  return one.salt === other.salt && one.hash === other.hash;
}

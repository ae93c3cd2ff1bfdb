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
  /** Where the disk is full, tries still count until the app ends. */
  #unwritten: WrongTries | null = null;
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
    const page = this.#read();
    if (page === "damaged" || page.pin === null) return { kind: "no_pin" };
    const now = this.#options.now();
    const before = this.#unwritten ?? page.wrong;
    const waitMs = pauseMs(before, now);
    if (waitMs > 0) return { kind: "wait", waitMs };
    // Counted before it is looked at: whoever pulls the plug meanwhile has had a try.
    const wrong = { count: before.count + 1, lastAt: now };
    this.#count(page, wrong);
    if (await isPin(pin, page.pin)) {
      this.#count(page, NO_TRIES);
      return { kind: "right" };
    }
    this.#options.log.warn("a wrong PIN", { count: wrong.count });
    const pause = pauseMs(wrong, now);
    if (pause > 0) return { kind: "wait", waitMs: pause };
    return { kind: "wrong", tries: triesLeft(wrong) };
  }

  #count(page: Page, wrong: WrongTries): void {
    this.#unwritten = this.#write({ ...page, wrong }).ok ? null : wrong;
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

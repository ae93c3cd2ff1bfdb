import {
  type CounterLog,
  CounterLogSchema,
  type Lead,
  LeadSchema,
  MAX_LEADS,
  type PaperStock,
  PaperStockSchema,
} from "@luot/contract";
import { PAPER_MODE_MS } from "./offlineTimes.ts";
import type { PinTries } from "./pin/pinTries.ts";

function isTries(raw: unknown): raw is PinTries {
  if (typeof raw !== "object" || raw === null || !("wrong" in raw) || !("at" in raw)) return false;
  return Number.isSafeInteger(raw.wrong) && Number.isSafeInteger(raw.at);
}

/** What of a browser's storage is needed; `localStorage` fits. */
export type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

/** A schema of the contract, as far as it is needed here. */
interface Schema<T> {
  readonly safeParse: (raw: unknown) => { success: true; data: T } | { success: false };
}

/** More officers than work at one counter in a day. */
const MAX_LOGS = 20;

/** A log that stands alone is the only one: so it was written when there was but one. */
const LogsSchema: Schema<readonly CounterLog[]> = {
  safeParse: (raw) =>
    CounterLogSchema.array()
      .max(MAX_LOGS)
      .safeParse(Array.isArray(raw) ? raw : [raw]),
};

/** What one counter keeps in its browser or app over reloads and restarts. */
export class OfflineStore {
  readonly #storage: Storage;
  readonly #counterId: string;

  constructor(storage: Storage, counterId: string) {
    this.#storage = storage;
    this.#counterId = counterId;
  }

  /** One for each officer who has one, the one written last at the end. */
  logs(): readonly CounterLog[] {
    return this.#read("log", LogsSchema) ?? [];
  }

  /** @returns whether they are stored; the disk may be full, or too many officers have one */
  writeLogs(logs: readonly CounterLog[]): boolean {
    return logs.length <= MAX_LOGS && this.#write("log", logs.length === 0 ? null : logs);
  }

  /** Deleted once it is of another day. */
  stock(): PaperStock | null {
    const stock = this.#read("stock", PaperStockSchema);
    if (stock === null || isOfToday(stock.asOf)) return stock;
    this.writeStock(null);
    return null;
  }

  writeStock(stock: PaperStock | null): boolean {
    return this.#write("stock", stock);
  }

  /** Deleted once they are old or can't be read: hashes of PINs lie nowhere longer than needed. */
  leads(): readonly Lead[] {
    const leads = leadsIn(this.#storage.getItem(this.#key("leads")));
    if (leads === null) this.writeLeads(null);
    return leads ?? [];
  }

  /** Keeps them for twelve hours from now, or forgets them with `null`. */
  writeLeads(leads: readonly Lead[] | null): boolean {
    return this.#write("leads", leads === null ? null : { at: Date.now(), leads });
  }

  tries(): PinTries {
    const text = this.#storage.getItem(this.#key("pinTries"));
    if (text === null) return { wrong: 0, at: 0 };
    const tries = jsonOrNull(text);
    if (isTries(tries)) return tries;
    // Counts as many wrong ones: else to break it would be a way around.
    const many = { wrong: 10, at: Date.now() };
    this.writeTries(many);
    return many;
  }

  writeTries(tries: PinTries): boolean {
    return this.#write("pinTries", tries);
  }

  #key(name: string): string {
    return `luot.${name}.${this.#counterId}`;
  }

  /** What can't be read is put aside, for somebody may want to look at it. */
  #read<T>(name: string, schema: Schema<T>): T | null {
    const key = this.#key(name);
    const text = this.#storage.getItem(key);
    if (text === null) return null;
    const parsed = schema.safeParse(jsonOrNull(text));
    if (parsed.success) return parsed.data;
    this.#storage.setItem(`${key}.broken`, text);
    this.#storage.removeItem(key);
    return null;
  }

  #write(name: string, value: unknown): boolean {
    try {
      if (value === null) this.#storage.removeItem(this.#key(name));
      else this.#storage.setItem(this.#key(name), JSON.stringify(value));
      return true;
    } catch {
      // A browser tells that its storage is full only by throwing; whoever asked is told so.
      return false;
    }
  }
}

function leadsIn(text: string | null): readonly Lead[] | null {
  const raw = text === null ? null : jsonOrNull(text);
  if (typeof raw !== "object" || raw === null || !("at" in raw) || !("leads" in raw)) return null;
  if (typeof raw.at !== "number" || !isOfToday(raw.at)) return null;
  const parsed = LeadSchema.array().max(MAX_LEADS).safeParse(raw.leads);
  return parsed.success ? parsed.data : null;
}

/** A clock that was set may be behind as well as ahead. */
function isOfToday(at: number): boolean {
  return Math.abs(Date.now() - at) < PAPER_MODE_MS;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSON.parse tells broken text only by throwing; null is refused by every schema here.
    return null;
  }
}

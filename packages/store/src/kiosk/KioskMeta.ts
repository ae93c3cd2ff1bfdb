import {
  type Catalogue,
  CatalogueSchema,
  type OfflineSeries,
  OfflineSeriesSchema,
  SettingsSchema,
} from "@luot/contract";
import type { CentreSettings } from "@luot/domain";
import type Database from "better-sqlite3";
import { z } from "zod";
import { MetaStore } from "../MetaStore.ts";

/** The hub's time as it was last heard. */
export interface HubContact {
  /** Epoch ms of the hub's clock. */
  readonly at: number;
  /** Hub time minus this machine's wall clock then, ms. */
  readonly offsetMs: number;
}

const ContactSchema = z.object({ at: z.number(), offsetMs: z.number() });

/** What a kiosk knows of its hub: its own token, its series, the settings, the time. */
export class KioskMeta {
  readonly #db: Database.Database;
  readonly #meta: MetaStore;
  /** Settings are long, and asked for at every number. */
  #settings: CentreSettings | null;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#meta = new MetaStore(db);
    const settings = SettingsSchema.safeParse(JSON.parse(this.#meta.read("settings") ?? "null"));
    // Those that another release kept in another form are fetched anew.
    this.#settings = settings.success ? settings.data : null;
  }

  token(): string | null {
    return this.#meta.read("token");
  }

  /** `null` forgets it, and the series with it: a device that was turned out gives no numbers. */
  setToken(token: string | null): void {
    this.#db
      .transaction(() => {
        if (token === null) this.#forget("series");
        if (token === null) this.#forget("token");
        else this.#meta.write("token", token);
      })
      .immediate();
  }

  series(): OfflineSeries | null {
    return this.#read("series", OfflineSeriesSchema);
  }

  setSeries(series: OfflineSeries | null): void {
    if (series === null) this.#forget("series");
    else this.#meta.write("series", JSON.stringify(series));
  }

  /** The newest settings that were kept. */
  settings(): CentreSettings | null {
    return this.#settings;
  }

  setSettings(settings: CentreSettings): void {
    // What can't be read again would stop the next start.
    const kept = SettingsSchema.parse(settings);
    this.#meta.write("settings", JSON.stringify(kept));
    this.#settings = kept;
  }

  /** The newest catalogue of procedures that was kept. */
  catalogue(): Catalogue | null {
    const kept = CatalogueSchema.safeParse(JSON.parse(this.#meta.read("catalogue") ?? "null"));
    // One that another release kept in another form is fetched anew.
    return kept.success ? kept.data : null;
  }

  setCatalogue(catalogue: Catalogue | null): void {
    if (catalogue === null) this.#forget("catalogue");
    else {
      const text = JSON.stringify(catalogue);
      // It is asked for at every search, and is long.
      if (text !== this.#meta.read("catalogue")) this.#meta.write("catalogue", text);
    }
  }

  contact(): HubContact | null {
    return this.#read("contact", ContactSchema);
  }

  setContact(contact: HubContact): void {
    this.#meta.write("contact", JSON.stringify(contact));
  }

  /** Since when the hub has to be told what was done alone, hub ms; `null` when it was told all. */
  cutSince(): number | null {
    return this.#read("cut_since", z.number());
  }

  setCutSince(since: number | null): void {
    if (since === null) this.#forget("cut_since");
    else this.#meta.write("cut_since", JSON.stringify(since));
  }

  #read<T>(key: string, schema: z.ZodType<T>): T | null {
    const value = this.#meta.read(key);
    return value === null ? null : schema.parse(JSON.parse(value));
  }

  #forget(key: string): void {
    this.#db.prepare("DELETE FROM meta WHERE key = ?").run(key);
  }
}

import type { OfflineSeries } from "@luot/contract";
import type Database from "better-sqlite3";
import { KioskMeta } from "./KioskMeta.ts";
import { KioskPapers } from "./KioskPapers.ts";
import { Outbox } from "./Outbox.ts";
import { OwnNumbers } from "./OwnNumbers.ts";
import { Wishes } from "./Wishes.ts";

/** Beyond this a settled wish is of no use to anybody. */
const KEPT_MS = 3 * 24 * 60 * 60_000;

/** All that a kiosk must not lose. Durable when a method returns. */
export class KioskBook {
  readonly path: string;
  readonly wishes: Wishes;
  readonly outbox: Outbox;
  readonly papers: KioskPapers;
  readonly meta: KioskMeta;
  readonly #db: Database.Database;
  readonly #numbers: OwnNumbers;
  readonly #unlock: () => void;

  constructor(
    db: Database.Database,
    {
      path,
      newId,
      unlock,
    }: {
      readonly path: string;
      /** Fresh UUIDv7s. */
      readonly newId: () => string;
      readonly unlock: () => void;
    },
  ) {
    this.path = path;
    this.#db = db;
    this.#unlock = unlock;
    this.#numbers = new OwnNumbers(db);
    this.papers = new KioskPapers(db, newId);
    this.outbox = new Outbox(db, this.papers);
    this.wishes = new Wishes({
      db,
      numbers: this.#numbers,
      outbox: this.outbox,
      papers: this.papers,
    });
    this.meta = new KioskMeta(db);
  }

  /** The token store of a hub client. */
  readonly tokens = {
    read: (): string | null => this.meta.token(),
    write: (token: string | null): void => this.meta.setToken(token),
  };

  /** What a hub client tells and is handed of the kiosk's own series. */
  readonly series = {
    used: (): { readonly usedEpoch: number; readonly usedDay: string | null } =>
      this.#numbers.used(),
    handed: (series: OfflineSeries | null): void => this.meta.setSeries(series),
  };

  /**
   * Forgets what was settled days ago. Nothing that the hub has yet to hear, or refused.
   *
   * @param now epoch ms of the hub's clock
   */
  prune(now: number): void {
    const before = now - KEPT_MS;
    this.#db
      .transaction(() => {
        for (const statement of PRUNING) this.#db.prepare(statement).run({ before });
      })
      .immediate();
  }

  /**
   * Reads all that a kiosk reads while it works.
   *
   * @throws when something in it can't be read
   */
  check(): void {
    this.meta.token();
    this.meta.series();
    this.meta.contact();
    this.meta.cutSince();
    this.#numbers.used();
    this.wishes.asked();
    this.outbox.check();
    this.papers.unfinished();
    this.papers.untold(1_000);
  }

  close(): void {
    this.#db.close();
    this.#unlock();
  }
}

const PRUNING = [
  "DELETE FROM outbox WHERE state = 'accepted' AND arrived_at < :before",
  `DELETE FROM confirmations WHERE is_told = 1 AND ticket_id IN
     (SELECT ticket_id FROM wishes WHERE arrived_at < :before)`,
  `DELETE FROM papers WHERE state NOT IN ('queued', 'sending') AND ticket_id IN
     (SELECT ticket_id FROM wishes WHERE arrived_at < :before)`,
  "DELETE FROM wishes WHERE state <> 'asked' AND arrived_at < :before",
  "DELETE FROM numbers WHERE unixepoch(used_on) * 1000 < :before",
];

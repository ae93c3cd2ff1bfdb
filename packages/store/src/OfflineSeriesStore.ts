import { MAX_SERIES_EPOCH, type OfflineSeries } from "@luot/contract";
import type Database from "better-sqlite3";
import { z } from "zod";

/** Letters of kiosks, without those that are read as digits. */
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ".split("");

const RowSchema = z
  .object({ letter: z.string().nullable(), day: z.string(), epoch: z.number() })
  .optional();
const LettersSchema = z.array(z.object({ letter: z.string() }));

/** A kiosk that was not here for so long keeps its letter no more, days. */
const DAYS_KEPT = 30;

/** The highest epoch a kiosk says it gave numbers of, and on which day. */
export interface UsedSeries {
  readonly usedEpoch: number;
  readonly usedDay: string | null;
}

/** The series that kiosks may give numbers from while the hub does not answer. */
export class OfflineSeriesStore {
  readonly #db: Database.Database;
  readonly #hand: (deviceId: string, day: string, used: UsedSeries) => OfflineSeries | null;

  constructor(db: Database.Database) {
    this.#db = db;
    const all = db.transaction((deviceId: string, day: string, used: UsedSeries) =>
      this.#next(deviceId, day, used),
    );
    this.#hand = (deviceId, day, used) => all.immediate(deviceId, day, used);
  }

  /** Whether a kiosk ever asked for a series, and so prints and gives numbers by itself. */
  has(deviceId: string): boolean {
    return this.#rowOf(deviceId) !== undefined;
  }

  /** The letter of a kiosk, `null` when it has none. */
  letterOf(deviceId: string): string | null {
    return this.#rowOf(deviceId)?.letter ?? null;
  }

  /**
   * Hands a kiosk a series that was never handed on that day, durable when it returns: two disks of
   * one kiosk that both met the hub never give the same label.
   *
   * @param used what the kiosk gave already, also what this hub forgot by a restored backup
   * @returns `null` when no letter or no epoch is left
   */
  hand(deviceId: string, day: string, used: UsedSeries): OfflineSeries | null {
    return this.#hand(deviceId, day, used);
  }

  #next(deviceId: string, day: string, { usedEpoch, usedDay }: UsedSeries): OfflineSeries | null {
    const known = this.#rowOf(deviceId);
    const letter = known?.letter ?? this.#freeLetter(day);
    // Over midnight the kiosk may have gone on with the epoch of the day before.
    const usedToday = usedDay === null || usedDay < day ? 0 : usedEpoch;
    const epoch = Math.max(known?.day === day ? known.epoch : 0, usedToday) + 1;
    if (epoch > MAX_SERIES_EPOCH) return null;
    this.#db
      .prepare(
        `INSERT INTO offline_series (device_id, letter, day, epoch) VALUES (?, ?, ?, ?)
         ON CONFLICT (device_id) DO UPDATE
         SET letter = excluded.letter, day = excluded.day, epoch = excluded.epoch`,
      )
      .run(deviceId, letter, day, epoch);
    return letter === null ? null : { letter, epoch, day };
  }

  #rowOf(deviceId: string): z.infer<typeof RowSchema> {
    return RowSchema.parse(
      this.#db
        .prepare("SELECT letter, day, epoch FROM offline_series WHERE device_id = ?")
        .get(deviceId),
    );
  }

  /**
   * A letter that nobody has, or one of a kiosk that was away so long that no paper of it is about:
   * one that was paired anew leaves its first letter behind.
   */
  #freeLetter(day: string): string | null {
    const gone = this.#db.prepare(
      "UPDATE offline_series SET letter = NULL WHERE day < date(?, ? || ' days')",
    );
    gone.run(day, String(-DAYS_KEPT));
    const rows = LettersSchema.parse(
      this.#db.prepare("SELECT letter FROM offline_series WHERE letter IS NOT NULL").all(),
    );
    const taken = new Set(rows.map(({ letter }) => letter));
    return LETTERS.find((letter) => !taken.has(letter)) ?? null;
  }
}

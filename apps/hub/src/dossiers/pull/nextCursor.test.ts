import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLater, nextCursor } from "./nextCursor.ts";
import { nextDelayMs } from "./nextDelay.ts";
import { pageFacts } from "./pageFacts.ts";
import { newCursor, type PullCursor, readCursor } from "./PullCursor.ts";
import { readRetryAfter } from "./pullFault.ts";
import { sinceStamp } from "./sinceStamp.ts";

const URL_OF_LIST = "https://one-stop.example/list";

interface Row {
  readonly id: number;
  readonly at: string;
}

/** A server that lists its rows in order of change, and some of whose rows change as it is read. */
class MovingList {
  readonly #rows: Row[];
  readonly size: number;
  #clock: number;

  constructor(stamps: readonly number[], size: number) {
    this.#rows = stamps.map((stamp, id) => ({ id, at: String(stamp).padStart(6, "0") }));
    this.size = size;
    this.#clock = Math.max(0, ...stamps);
  }

  get all(): readonly Row[] {
    return this.#rows;
  }

  page({ since, page }: PullCursor): readonly Row[] {
    return this.#rows
      .filter(({ at }) => since === null || at >= since)
      .toSorted((a, b) => (a.at === b.at ? a.id - b.id : a.at < b.at ? -1 : 1))
      .slice((page - 1) * this.size, page * this.size);
  }

  change(index: number): void {
    const id = index % Math.max(1, this.#rows.length);
    this.#clock += 1;
    this.#rows[id] = { id, at: String(this.#clock).padStart(6, "0") };
  }
}

function readAll(list: MovingList, changes: readonly number[]): Map<number, string> {
  const seen = new Map<number, string>();
  let cursor = newCursor(URL_OF_LIST);
  let digest: string | null = null;
  const left = [...changes];
  for (let pages = 0; pages < 2_000; pages++) {
    const rows = list.page(cursor);
    for (const { id, at } of rows) seen.set(id, at);
    const facts = pageFacts(rows, "at", list.size, digest);
    digest = facts.digest;
    const next = nextCursor(cursor, facts);
    cursor = next.cursor;
    if (next.isLast) return seen;
    const change = left.shift();
    if (change !== undefined) list.change(change);
  }
  throw new Error("the reading went in circles");
}

describe("following a list by its stamps", () => {
  it("sees the newest state of every row, whatever changes while it is read", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(200), { maxLength: 60 }),
        fc.integer({ min: 2, max: 9 }),
        fc.array(fc.nat(1_000), { maxLength: 30 }),
        (stamps, size, changes) => {
          const list = new MovingList(stamps, size);
          const seen = readAll(list, changes);
          expect(seen).toEqual(new Map(list.all.map(({ id, at }) => [id, at])));
        },
      ),
    );
  });

  it("sees every row also where more bear one stamp than a page holds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (stamps, size) => {
          const list = new MovingList(stamps, size);
          expect(readAll(list, [])).toEqual(new Map(list.all.map(({ id, at }) => [id, at])));
        },
      ),
    );
  });

  it("ends at a server that tells the same page for ever", () => {
    const same = [{ id: 1, at: "5" }];
    let cursor = newCursor(URL_OF_LIST);
    let digest: string | null = null;
    const ends = [1, 2, 3].map(() => {
      const facts = pageFacts(same, "at", 1, digest);
      digest = facts.digest;
      const next = nextCursor(cursor, facts);
      cursor = next.cursor;
      return next.isLast;
    });
    expect(ends).toEqual([false, false, true]);
  });

  it("goes page after page where rows carry no stamp, and notes where the next pass begins", () => {
    const cursor = { ...newCursor(URL_OF_LIST), since: "1", nextSince: "9", etag: '"a"' };
    const facts = { count: 3, isFull: false, newest: null, isRepeated: false };
    const second = nextCursor(cursor, facts);
    expect(second).toEqual({ cursor: { ...cursor, page: 2 }, isLast: false });
    const last = nextCursor(second.cursor, { ...facts, count: 0 });
    expect(last.isLast).toBe(true);
    expect(last.cursor).toMatchObject({ since: "9", nextSince: null, page: 1, etag: null });
  });

  it("compares numbers by size and dates letter by letter", () => {
    expect(isLater("1000", "999")).toBe(true);
    expect(isLater("2026-11-24T10:00:00Z", "2026-11-24T09:59:59Z")).toBe(true);
    expect(isLater("20261124", "20261124")).toBe(false);
    expect(isLater(null, null)).toBe(false);
  });
});

describe("readCursor", () => {
  it("begins anew with another address, and with what can't be read", () => {
    const kept = JSON.stringify({ ...newCursor(URL_OF_LIST), since: "7" });
    expect(readCursor(kept, URL_OF_LIST).since).toBe("7");
    for (const text of [null, "", "{", "{}", kept.replace("page", "pages")])
      expect(readCursor(text, URL_OF_LIST)).toEqual(newCursor(URL_OF_LIST));
    expect(readCursor(kept, "https://other.example/")).toEqual(newCursor("https://other.example/"));
  });
});

describe("nextDelayMs", () => {
  const base = { retryAfterMs: null, everyMs: 600_000 };

  it("keeps to a source's own time within a tenth", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (random) => {
        const delay = nextDelayMs({ ...base, failures: 0, random });
        expect(Math.abs(delay - 600_000)).toBeLessThanOrEqual(60_000);
      }),
    );
  });

  it("waits longer after each failure, up to a quarter of an hour", () => {
    const waits = [1, 2, 3, 9, 400].map((failures) =>
      nextDelayMs({ ...base, failures, random: 1 }),
    );
    expect(waits).toEqual([5_000, 10_000, 20_000, 900_000, 900_000]);
    expect(nextDelayMs({ ...base, failures: 1, random: 0 })).toBe(2_500);
  });

  it("never comes sooner than the source asked for", () => {
    const asked = nextDelayMs({ ...base, failures: 1, random: 0, retryAfterMs: 77_000 });
    expect(asked).toBe(77_000);
  });
});

function wait(headers: Record<string, string>): number | null {
  return readRetryAfter(new Headers(headers));
}

describe("readRetryAfter", () => {
  it("reads seconds, and moments by the server's own clock", () => {
    expect(wait({ "retry-after": "120" })).toBe(120_000);
    const date = "Tue, 24 Nov 2020 03:00:00 GMT";
    expect(wait({ "retry-after": "Tue, 24 Nov 2020 03:00:30 GMT", date })).toBe(30_000);
  });

  it("is an hour at most, and nothing for nonsense", () => {
    expect(wait({ "retry-after": "999999999" })).toBe(3_600_000);
    expect(wait({ "retry-after": "soon" })).toBeNull();
    expect(wait({})).toBeNull();
  });
});

describe("sinceStamp", () => {
  it("goes ten minutes back, in the form and the zone of the source", () => {
    const at = Date.UTC(2026, 10, 24, 17, 5, 30);
    expect(sinceStamp(at, "yyyyMMddHHmmss", "auto")).toBe("20261124235500");
    expect(sinceStamp(at, "iso", "auto")).toBe("2026-11-24T16:55:30.000Z");
    expect(sinceStamp(at, "epoch-ms", "auto")).toBe(String(at - 600_000));
  });
});

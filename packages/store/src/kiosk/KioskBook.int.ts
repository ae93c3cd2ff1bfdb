import { aCentre } from "@luot/domain/testing";
import { describe, expect, it } from "vitest";
import { NOW, openTestBook, reopened } from "../testing/openTestBook.ts";
import {
  A_WISH,
  hubNumber,
  KIOSK_SERIES,
  ownSource,
  REFUSED,
  testId,
} from "../testing/kioskWishes.ts";
import { temporaryFolder } from "../testing/temporaryFolder.ts";
import type { KioskBook } from "./KioskBook.ts";

const PAPER = { ticketId: testId(1, "a"), copy: 0 };
const WISH = testId(1);
const OTHER = testId(2);

/** A book with the wish that all is about, and a series to give numbers from. */
function begun(): KioskBook {
  const book = openTestBook(temporaryFolder());
  book.series.handed(KIOSK_SERIES);
  book.wishes.begin(WISH, A_WISH, 5);
  return book;
}

function ownTicketOf(wishId: string): string {
  return ownSource(wishId, 0).make("AK2-01").data.ticketId;
}

/** Gives the number of a fresh wish. */
function labelOf(book: KioskBook, n: number, series = KIOSK_SERIES, prefix = "A"): string {
  const id = testId(n);
  book.wishes.begin(id, A_WISH, n);
  const { answer } = book.wishes.supersede(
    id,
    { ...ownSource(id, n), series, day: series.day, prefix },
    n,
  );
  return answer?.ok === true ? answer.data.label : "none";
}

/** A book with `n` numbers of its own. */
function superseded(n: number): KioskBook {
  const book = openTestBook(temporaryFolder());
  for (let i = 1; i <= n; i++) {
    book.wishes.begin(testId(i), A_WISH, i);
    book.wishes.supersede(testId(i), ownSource(testId(i), i), i);
  }
  return book;
}

describe("a wish", () => {
  it("[I8] has one outcome, whichever comes first", () => {
    const steps = {
      answered: (book: KioskBook) => book.wishes.answered(WISH, hubNumber(testId(1, "a"), 1), 6),
      refused: (book: KioskBook) => book.wishes.refused(WISH, REFUSED),
      superseded: (book: KioskBook) => book.wishes.supersede(WISH, ownSource(WISH, 5), 6),
      voided: (book: KioskBook) => book.wishes.void(WISH, testId(1, "b"), REFUSED),
    };
    for (const [state, first] of Object.entries(steps)) {
      const book = begun();
      const outcome = first(book);
      expect(outcome.state).toBe(state);
      const waiting = book.outbox.waiting();
      for (const later of Object.values(steps)) expect(later(book)).toEqual(outcome);
      expect(book.outbox.waiting()).toEqual(waiting);
      expect(reopened(book).wishes.find(WISH)).toEqual(outcome);
    }
  });

  it("that is begun again stands as it stood, with its first arrival", () => {
    const book = begun();
    expect(book.wishes.begin(WISH, A_WISH, 99)).toMatchObject({
      value: { state: "asked", arrivedAt: 5, answer: null },
    });
    const answered = book.wishes.answered(WISH, hubNumber(testId(1, "a"), 1), 6);
    expect(book.wishes.begin(WISH, A_WISH, 99)).toEqual({ ok: true, value: answered });
  });

  it("[I8] is not another one's: the id with other words is refused", () => {
    const other = { ...A_WISH, language: "en" } as const;
    expect(begun().wishes.begin(WISH, other, 6)).toEqual({ ok: false, error: "id_reused" });
  });

  it("is found by its ticket, the hub's and its own", () => {
    const book = begun();
    book.wishes.begin(OTHER, A_WISH, 6);
    book.wishes.answered(WISH, hubNumber(testId(1, "a"), 1), 6);
    book.wishes.supersede(OTHER, ownSource(OTHER, 6), 6);
    expect(book.wishes.ofTicket(testId(1, "a"))?.id).toBe(WISH);
    expect(book.wishes.ofTicket(ownTicketOf(OTHER))?.id).toBe(OTHER);
    expect(book.wishes.ofTicket(testId(9))).toBeNull();
  });

  it("without an outcome is known after a restart", () => {
    const book = reopened(begun());
    expect(book.wishes.asked().map(({ id }) => id)).toEqual([WISH]);
    book.wishes.refused(WISH, REFUSED);
    expect(book.wishes.asked()).toEqual([]);
  });
});

describe("numbers of the kiosk's own", () => {
  it("[I1] count by prefix, go on over a restart, and begin anew only in a new epoch", () => {
    const book = openTestBook(temporaryFolder());
    expect([labelOf(book, 1), labelOf(book, 2)]).toEqual(["AK2-01", "AK2-02"]);
    expect(labelOf(book, 3, KIOSK_SERIES, "B")).toBe("BK2-01");
    const again = reopened(book);
    expect(labelOf(again, 4)).toBe("AK2-03");
    const next = { ...KIOSK_SERIES, epoch: 3 };
    expect(labelOf(again, 5, next)).toBe("AK3-01");
    expect(labelOf(again, 6)).toBe("AK2-04");
    expect(labelOf(again, 7, { ...KIOSK_SERIES, day: "2026-03-03" })).toBe("AK2-01");
  });

  it("tell the hub the highest epoch of the last day that they were given on", () => {
    const book = openTestBook(temporaryFolder());
    expect(book.series.used()).toEqual({ usedEpoch: 0, usedDay: null });
    labelOf(book, 1, { ...KIOSK_SERIES, epoch: 9, day: "2026-03-01" });
    labelOf(book, 2, { ...KIOSK_SERIES, epoch: 3 });
    labelOf(book, 3);
    expect(book.series.used()).toEqual({ usedEpoch: 3, usedDay: "2026-03-02" });
    const late = testId(4);
    book.wishes.begin(late, A_WISH, 5);
    book.wishes.supersede(late, { ...ownSource(late, 5), day: "2026-03-03" }, 6);
    expect(book.series.used()).toEqual({ usedEpoch: 2, usedDay: "2026-03-03" });
  });

  it("[I1] take no label twice, whatever goes wrong: the step is undone as a whole", () => {
    const book = begun();
    labelOf(book, 2);
    const { make, ...source } = ownSource(WISH, 5);
    const stuck = { ...source, make: () => make("AK2-01") };
    expect(() => book.wishes.supersede(WISH, stuck, 6)).toThrow(/UNIQUE/);
    expect(book.wishes.find(WISH)?.state).toBe("asked");
    expect(book.outbox.waiting().count).toBe(1);
    expect(labelOf(book, 3)).toBe("AK2-02");
  });
});

describe("the outbox", () => {
  it("[I2] gives records in order, a page at a time, until each has an answer", () => {
    const book = superseded(5);
    const ids = book.outbox.seal(9).map(({ id }) => id);
    expect(ids).toHaveLength(5);
    expect(book.outbox.waiting()).toEqual({ count: 5, firstAt: 1 });
    expect(book.outbox.seal(2).map(({ id }) => id)).toEqual(ids.slice(0, 2));
    book.outbox.settle([{ id: ids[0] ?? "", code: "accepted" }]);
    const again = reopened(book);
    expect(again.outbox.seal(2).map(({ id }) => id)).toEqual(ids.slice(1, 3));
    expect(again.outbox.sealOf(testId(3))?.id).toBe(ids[2]);
    expect([testId(1), testId(9)].map((id) => again.outbox.sealOf(id))).toEqual([null, null]);
    expect(again.outbox.unsentTickets()).toBe(4);
    expect(again.outbox.latestArrival()).toBe(5);
  });

  it("[I2] keeps what was refused, and does not send it again", () => {
    const book = superseded(2);
    const [first, second] = book.outbox.seal(2);
    book.outbox.settle([{ id: first?.id ?? "", code: "unknown_service" }]);
    book.outbox.settle([{ id: first?.id ?? "", code: "accepted" }]);
    const again = reopened(book);
    again.prune(NOW);
    expect(again.outbox.refused()).toEqual([{ record: first, code: "unknown_service" }]);
    expect(again.outbox.seal(9)).toEqual([second]);
  });

  it("takes the paper along as it stands, and never changes what may have been sent", () => {
    const book = superseded(2);
    const [first, second] = [testId(1), testId(2)].map((id) => ({
      ticketId: ownTicketOf(id),
      copy: 0,
    }));
    if (first === undefined || second === undefined) throw new Error("no papers");
    book.papers.set(first, "confirmed", 1);
    expect(book.outbox.seal(9)).toMatchObject([{ print: "confirmed" }, { print: "pending" }]);
    expect(book.papers.untold(9)).toEqual([]);
    book.papers.set(second, "unknown", 2);
    expect(book.outbox.seal(9)).toMatchObject([{ print: "confirmed" }, { print: "pending" }]);
    expect(book.papers.untold(9)).toMatchObject([{ ...without(second), outcome: "unknown" }]);
  });

  it("holds what was given up too", () => {
    const book = begun();
    book.wishes.void(WISH, testId(1, "b"), REFUSED);
    expect(book.outbox.seal(9)).toEqual([{ kind: "void", id: testId(1, "b"), wishId: WISH }]);
    expect(book.outbox.unsentTickets()).toBe(0);
  });
});

function without({ ticketId }: { readonly ticketId: string }): { readonly ticketId: string } {
  return { ticketId };
}

describe("papers", () => {
  it("[I12] are asked for with the number, in one step", () => {
    const book = begun();
    book.wishes.begin(OTHER, A_WISH, 5);
    book.wishes.answered(WISH, hubNumber(PAPER.ticketId, 1), 6);
    book.wishes.supersede(OTHER, ownSource(OTHER, 5), 7);
    const own = { ticketId: ownTicketOf(OTHER), copy: 0 };
    expect(reopened(book).papers.unfinished()).toEqual([PAPER, own]);
  });

  it("that nobody wants keep no number waiting: the hub hears that the citizen has it", () => {
    const book = openTestBook(temporaryFolder());
    const silent = { ...A_WISH, print: false };
    for (const id of [WISH, OTHER]) book.wishes.begin(id, silent, 5);
    book.wishes.answered(WISH, hubNumber(PAPER.ticketId, 1), 6);
    book.wishes.supersede(OTHER, ownSource(OTHER, 5), 7);
    expect(book.papers.unfinished()).toEqual([]);
    expect(book.papers.untold(9)).toMatchObject([{ ...without(PAPER), outcome: "confirmed" }]);
    expect(book.outbox.seal(9)).toMatchObject([{ print: "none" }]);
  });

  it("[I12] tell the hub each outcome once, under an id that outlives a restart", () => {
    const book = begun();
    book.wishes.answered(WISH, hubNumber(PAPER.ticketId, 1), 6);
    book.papers.set(PAPER, "sending", 7);
    expect(book.papers.untold(9)).toEqual([]);
    book.papers.set(PAPER, "unknown", 8);
    const [told] = book.papers.untold(9);
    const again = reopened(book);
    again.papers.set(PAPER, "confirmed", 9);
    const [first, late] = again.papers.untold(9);
    expect(first).toEqual(told);
    expect(late).toMatchObject({ ...without(PAPER), outcome: "confirmed" });
    again.papers.told(first?.id ?? "", null);
    expect(again.papers.untold(9)).toEqual([late]);
  });

  it("are copied once for each time they were asked for, and only good news is told", () => {
    const book = begun();
    book.wishes.answered(WISH, hubNumber(PAPER.ticketId, 1), 6);
    book.papers.set(PAPER, "failed", 7);
    const ask = (n: number): number => book.papers.addCopy(PAPER.ticketId, testId(n, "e"), 8);
    expect([ask(1), ask(1), ask(2)]).toEqual([1, 1, 2]);
    book.papers.set({ ...PAPER, copy: 1 }, "unknown", 9);
    book.papers.set({ ...PAPER, copy: 2 }, "confirmed", 9);
    expect(book.papers.untold(9).map(({ outcome }) => outcome)).toEqual(["failed", "confirmed"]);
    expect(book.papers.printOf(PAPER.ticketId)).toBe("confirmed");
  });
});

describe("what a kiosk knows of its hub", () => {
  it("outlives a restart; a series goes with the token", () => {
    const book = openTestBook(temporaryFolder());
    const { meta, tokens, series } = book;
    expect([
      tokens.read(),
      meta.series(),
      meta.settings(),
      meta.contact(),
      meta.cutSince(),
    ]).toEqual([null, null, null, null, null]);
    const settings = aCentre({});
    tokens.write("token");
    series.handed(KIOSK_SERIES);
    meta.setSettings(settings);
    meta.setContact({ at: 7, offsetMs: -3 });
    meta.setCutSince(7);
    const { meta: kept, tokens: keptTokens } = reopened(book);
    expect([keptTokens.read(), kept.series(), kept.settings()]).toEqual([
      "token",
      KIOSK_SERIES,
      settings,
    ]);
    expect([kept.contact(), kept.cutSince()]).toEqual([{ at: 7, offsetMs: -3 }, 7]);
    keptTokens.write(null);
    kept.setCutSince(null);
    expect([keptTokens.read(), kept.series(), kept.cutSince()]).toEqual([null, null, null]);
  });

  it("is pruned of what was settled days ago, and of nothing that the hub has to hear", () => {
    const book = begun();
    book.wishes.begin(OTHER, A_WISH, 5);
    book.wishes.answered(WISH, hubNumber(PAPER.ticketId, 1), 6);
    book.wishes.supersede(OTHER, ownSource(OTHER, 5), 7);
    book.papers.set(PAPER, "confirmed", 8);
    book.prune(NOW);
    expect(book.wishes.find(WISH)).toBeNull();
    expect(book.papers.untold(9)).toHaveLength(1);
    expect(book.outbox.seal(9)).toHaveLength(1);
  });
});

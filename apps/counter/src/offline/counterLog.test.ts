import { type CounterLog, CounterLogSchema, type PaperStock } from "@luot/contract";
import { describe, expect, it } from "vitest";
import {
  atCounter,
  freshLog,
  isSpent,
  mayCallOnPaper,
  withAdded,
  withCall,
  withFinish,
  withFreshStock,
  withNoShow,
  withPaper,
} from "./counterLog.ts";
import { type HubSide, mergeStep, refused, taken } from "./merging.ts";
import { PAPER_MODE_MS } from "./offlineTimes.ts";

const T = 1_800_000_000_000;
const officer = { officerId: "lan", name: "Lan" };
const uuid = (n: number): string => `01890000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const head = (n: number) => ({ id: uuid(n), at: T + n });
const ticket = (label: string, n: number) => ({ id: uuid(n), label, service: null });
const HERE = { ...ticket("A001", 1), isServing: false };

function stockOf(...labels: readonly string[]): PaperStock {
  const list = labels.map((label, i) => ticket(label, 100 + i));
  return { asOf: T, officer, current: null, list, elsewhere: { A050: 7 } };
}

/** A counter in paper mode with nobody at it. */
function onPaper(...labels: readonly string[]): CounterLog {
  return withPaper(freshLog("q01", officer, null), stockOf(...labels), { name: "Chi", at: T });
}

function must(log: CounterLog | null | { readonly why: string }): CounterLog {
  if (log === null || "why" in log) throw new Error(JSON.stringify(log));
  return CounterLogSchema.parse(JSON.parse(JSON.stringify(log)));
}

const hub = (change: Partial<HubSide>): HubSide => ({
  here: null,
  find: () => null,
  isLate: false,
  ...change,
});

describe("a counter without its hub", () => {
  it("notes once that the visit ended, and has nobody there then", () => {
    const ended = must(
      withFinish(freshLog("q01", officer, HERE), head(9), { outcome: "guided", dossierRefs: [] }),
    );
    expect(atCounter(ended)).toBeNull();
    expect(withFinish(ended, head(10), { outcome: "guided", dossierRefs: [] })).toBeNull();
    expect(withNoShow(ended, head(10))).toBeNull();
    expect(ended.entries).toMatchObject([{ kind: "finish", id: uuid(9), outcome: "guided" }]);
  });

  it("notes a no-show of who was called, not of who is being served", () => {
    expect(must(withNoShow(freshLog("q01", officer, HERE), head(9))).entries).toHaveLength(1);
    const serving = freshLog("q01", officer, { ...HERE, isServing: true });
    expect(withNoShow(serving, head(9))).toBeNull();
  });

  it("has nothing to keep once all is told and read", () => {
    const log = freshLog("q01", officer, HERE);
    expect(isSpent(log)).toBe(true);
    expect(isSpent(must(withFinish(log, head(9), { outcome: "guided", dossierRefs: [] })))).toBe(
      false,
    );
    expect(isSpent({ ...log, merged: 1 })).toBe(false);
  });
});

describe("paper mode", () => {
  it("calls its list in order, one visit at a time", () => {
    const first = must(withCall(onPaper("A002", "A003"), head(1), null));
    expect(atCounter(first)).toMatchObject({ label: "A002", isServing: false });
    expect(withCall(first, head(2), null)).toBeNull();
    const second = must(withCall(must(withNoShow(first, head(2))), head(3), null));
    expect(atCounter(second)?.label).toBe("A003");
    const ended = must(withFinish(second, head(4), { outcome: "accepted", dossierRefs: [] }));
    expect(withCall(ended, head(5), null)).toBeNull();
    expect(ended.entries.map(({ kind }) => kind)).toEqual(["call", "no-show", "call", "finish"]);
  });

  it("calls after twelve hours nobody, but ends who is there", () => {
    const called = must(withCall(onPaper("A002", "A003"), head(1), null));
    const late = { id: uuid(2), at: T + PAPER_MODE_MS };
    expect(mayCallOnPaper(called, late.at)).toBe(false);
    const ended = must(withFinish(called, late, { outcome: "accepted", dossierRefs: [] }));
    expect(withCall(ended, late, null)).toBeNull();
  });

  it("takes numbers off papers, called after the list or when somebody picks one", () => {
    const added = must(withAdded(onPaper("A002"), " bk2-07 "));
    expect(atCounter(must(withCall(added, head(1), null)))?.label).toBe("A002");
    expect(atCounter(must(withCall(added, head(1), "BK2-07")))).toMatchObject({ id: null });
  });

  it.each([
    ["no number", "hello", { why: "no_label" }],
    ["nothing", " ", { why: "no_label" }],
    ["who is on the list", "a002", { why: "here_already" }],
    ["whom another counter calls", "A050", { why: "elsewhere", number: 7 }],
  ])("does not take %s", (_name, typed, why) => {
    expect(withAdded(onPaper("A002"), typed)).toEqual(why);
  });

  it("does not take twice who was called or added", () => {
    const added = must(withAdded(onPaper("A002"), "BK2-07"));
    expect(withAdded(added, "BK2-07")).toEqual({ why: "here_already" });
    const called = must(withCall(added, head(1), "BK2-07"));
    expect(withAdded(called, "BK2-07")).toEqual({ why: "here_already" });
  });

  it("goes on after the hub was back for a moment, without whom it called", () => {
    const called = must(withCall(onPaper("A002", "A003"), head(1), null));
    const fresh = withFreshStock(called, stockOf("A002", "A003", "A009"));
    expect(fresh.paper?.stock.list.map(({ label }) => label)).toEqual(["A003", "A009"]);
  });
});

describe("telling the hub", () => {
  it("sends an end only while the ticket it is about is there, or nobody", () => {
    const end = { outcome: "guided", dossierRefs: ["ref-0001"] } as const;
    const log = must(withFinish(freshLog("q01", officer, HERE), head(9), end));
    const payload = { counterId: "q01", ...end };
    const send = { kind: "send", wish: { type: "ticket:finish", payload } };
    expect(mergeStep(log, hub({ here: uuid(1) }))).toMatchObject(send);
    // It may have happened before the answer got lost; the same id then hears the same answer.
    expect(mergeStep(log, hub({ here: null }))).toMatchObject(send);
    const other = mergeStep(log, hub({ here: uuid(2) }));
    expect(other).toMatchObject({ kind: "refuse", code: "no_current_ticket" });
  });

  it("looks a number up that was read off a paper, waits for its kiosk, and gives up in the end", () => {
    const added = must(withAdded(onPaper(), "BK2-07"));
    const log = must(
      withFinish(must(withCall(added, head(1), null)), head(2), {
        outcome: "accepted",
        dossierRefs: [],
      }),
    );
    expect(mergeStep(log, hub({})).kind).toBe("wait");
    expect(mergeStep(log, hub({ isLate: true }))).toMatchObject({ code: "unknown_ticket" });
    const known = mergeStep(log, hub({ find: (label) => (label === "BK2-07" ? uuid(70) : null) }));
    const wish = { type: "ticket:call", payload: { ticketId: uuid(70), reason: "paper-mode" } };
    expect(known).toMatchObject({ kind: "send", wish });
    const told = taken(log, uuid(70));
    expect(told.entries[0]?.ticket.id).toBe(uuid(70));
    expect(mergeStep(told, hub({ here: uuid(70) }))).toMatchObject({ kind: "send" });
  });

  it("lets the end of a visit fall with its call, and goes on with the next", () => {
    const first = must(withCall(onPaper("A002", "A003"), head(1), null));
    const both = must(withCall(must(withNoShow(first, head(2))), head(3), null));
    const log = refused(both, "wrong_status");
    expect(log.entries).toMatchObject([{ kind: "call", ticket: { label: "A003" } }]);
    expect(log.told).toEqual([{ label: "A002", kind: "call", code: "wrong_status" }]);
    expect(mergeStep(taken(log, uuid(101)), hub({ here: uuid(101) }))).toEqual({ kind: "done" });
  });

  it("keeps who is at the counter through all of it", () => {
    const called = must(withCall(onPaper("A002"), head(1), null));
    const told = taken(called, uuid(100));
    expect(atCounter(told)?.label).toBe("A002");
    expect(told.merged).toBe(1);
    expect(
      atCounter(must(withFinish(told, head(2), { outcome: "accepted", dossierRefs: [] }))),
    ).toBeNull();
  });
});

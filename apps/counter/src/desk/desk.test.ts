import type { DeskTicket } from "@luot/hub-client";
import { describe, expect, it } from "vitest";
import type { Officer } from "../officer/Officer.ts";
import { possibleActions } from "./deskActions.ts";
import { actionOfKey, isNextReady, type KeyPress, NEXT_AGAIN_AFTER_MS } from "./deskKeys.ts";
import { servedMs, undoSecondsLeft, waitedMs } from "./deskTimes.ts";
import { noticeOf } from "./useCommands.ts";

const PLAIN: KeyPress = {
  key: "",
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
};
const press = (key: string, change: Partial<KeyPress> = {}) =>
  actionOfKey({ ...PLAIN, key, ...change });

describe("actionOfKey", () => {
  it.each([
    ["Enter", "next"],
    ["0", "recall"],
    [".", "no-show"],
    [",", "no-show"],
    ["+", "transfer"],
    ["-", "park"],
    ["*", "start"],
    ["/", "finish"],
    ["F", "call-chosen"],
    ["n", "pause"],
    ["u", "undo"],
    ["P", "put-back"],
    ["l", "lock"],
    ["F2", "issue"],
  ])("takes %s for %s", (key, action) => expect(press(key)).toBe(action));

  it("takes Ctrl+P and Ctrl+N for other things than P and N", () => {
    expect(press("p", { ctrlKey: true })).toBe("reprint");
    expect(press("n", { ctrlKey: true })).toBe("issue");
    expect(press("l", { ctrlKey: true })).toBeNull();
  });

  it("leaves alone what is held down, composed, or meant for the system", () => {
    for (const change of ["repeat", "isComposing", "altKey", "metaKey"] as const)
      expect(press("Enter", { [change]: true })).toBeNull();
    expect(press("q")).toBeNull();
  });
});

describe("isNextReady", () => {
  it("ignores a second Enter within two seconds", () => {
    expect(isNextReady(null, 0)).toBe(true);
    expect(isNextReady(100, 100 + NEXT_AGAIN_AFTER_MS - 1)).toBe(false);
    expect(isNextReady(100, 100 + NEXT_AGAIN_AFTER_MS)).toBe(true);
  });
});

const officer: Officer = {
  officerId: "lan",
  name: "Lan",
  role: "officer",
  rights: [],
  isLocked: false,
};
function ticketIn(status: "called" | "serving" | "waiting", times: Partial<DeskTicket> = {}) {
  return {
    place: { status },
    issuedAt: 1_000,
    calledAt: null,
    startedAt: null,
    ...times,
  } as unknown as DeskTicket;
}
const possible = (change: object) => [
  ...possibleActions({ officer, current: null, isDayOpen: true, canUndo: false, ...change }),
];

describe("possibleActions", () => {
  it("lets a free counter call and pause, and a called ticket be recalled or missed", () => {
    expect(possible({})).toEqual(["lock", "next", "pause"]);
    const called = possible({ current: ticketIn("called") });
    expect(called).toEqual(expect.arrayContaining(["recall", "no-show", "start", "put-back"]));
    expect(called).not.toContain("park");
  });

  it("lets a visit be parked but not recalled", () => {
    const serving = possible({ current: ticketIn("serving") });
    expect(serving).toEqual(expect.arrayContaining(["park", "finish", "transfer", "next"]));
    expect(serving).not.toContain("recall");
    expect(serving).not.toContain("pause");
  });

  it("calls nobody while the day is closed, but ends the visit that is there", () => {
    expect(possible({ isDayOpen: false })).toEqual(["lock", "pause"]);
    expect(possible({ isDayOpen: false, current: ticketIn("serving") })).toContain("finish");
  });

  it("keeps calling a chosen one and issuing for those who may", () => {
    expect(possible({})).not.toContain("call-chosen");
    expect(possible({ officer: { ...officer, rights: ["call_chosen"] } })).toContain("call-chosen");
    expect(possible({ officer: { ...officer, role: "supervisor" } })).toContain("call-chosen");
    expect(possible({ officer: { ...officer, role: "receptionist" } })).toContain("issue");
  });
});

describe("the times of a ticket", () => {
  it("count the wait until the call, and the visit from its start", () => {
    expect(waitedMs(ticketIn("waiting"), 5_000)).toBe(4_000);
    expect(waitedMs(ticketIn("called", { calledAt: 3_000 }), 9_000)).toBe(2_000);
    expect(servedMs(ticketIn("called", { calledAt: 3_000 }), 9_000)).toBeNull();
    expect(servedMs(ticketIn("serving", { startedAt: 4_000 }), 9_000)).toBe(5_000);
  });

  it("count the undo down in whole seconds to nothing", () => {
    expect(undoSecondsLeft(1_000, 10_000, 1_001)).toBe(10);
    expect(undoSecondsLeft(1_000, 10_000, 10_999)).toBe(1);
    expect(undoSecondsLeft(1_000, 10_000, 11_000)).toBe(0);
  });
});

describe("noticeOf", () => {
  it("says whom finish-and-call called, or that the visit ended and nobody waits", () => {
    const finished = { ticketId: "t1", label: "A001" };
    const called = { ...finished, label: "A002", serviceId: "land", counterId: "q1", at: 1 };
    expect(noticeOf("ticket:finish-and-call", { ok: true, data: { finished, called } })).toEqual({
      kind: "done",
      type: "ticket:call-next",
      label: "A002",
    });
    const alone = { finished, called: null };
    expect(noticeOf("ticket:finish-and-call", { ok: true, data: alone })).toEqual({
      kind: "done",
      type: "ticket:finish",
      label: "A001",
    });
  });
});

import { describe, expect, it } from "vitest";
import { formatGuestMessage, type GuestMessage, judgeGuest, parseGuestLine } from "./report.ts";

const plan: GuestMessage = { kind: "plan", checks: ["a", "b"] };
const done: GuestMessage = { kind: "done" };
const check = (name: string, isOk: boolean): GuestMessage => {
  return { kind: "check", name, isOk, detail: "in 3 ms\nẴ" };
};

describe("the lines of the guest", () => {
  it("come back as they were sent, on one line, also through a terminal", () => {
    for (const message of [plan, done, check("a", true)]) {
      const line = formatGuestMessage(message);
      expect(line).not.toContain("\n");
      expect(parseGuestLine(`${line}\r`)).toEqual(message);
    }
  });

  it("leave alone what others print", () => {
    expect(parseGuestLine("(node:1) Warning: {}")).toBeNull();
    expect(parseGuestLine("")).toBeNull();
  });
});

describe("judgeGuest", () => {
  it("finds no fault when all that was planned was proved", () => {
    expect(judgeGuest([plan, check("a", true), check("b", true), done])).toEqual({
      proved: 2,
      faults: [],
    });
  });

  it("names what failed", () => {
    expect(judgeGuest([plan, check("a", false), check("b", true), done])).toEqual({
      proved: 1,
      faults: ["failed: a"],
    });
  });

  it("takes silence for a fault: a guest that died proves nothing", () => {
    expect(judgeGuest([]).faults).toEqual(["the guest never began"]);
    expect(judgeGuest([plan, check("a", true)]).faults).toEqual([
      "not run: b",
      "the guest did not come to its end",
    ]);
    expect(judgeGuest([plan, check("a", true), done]).faults).toEqual(["not run: b"]);
  });
});

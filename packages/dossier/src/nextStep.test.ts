import { describe, expect, it } from "vitest";
import { STATUS_CODES } from "./Dossier.ts";
import { type LineOfCentre, nextStepOf, type Where } from "./nextStep.ts";
import { aDossier } from "./testing/aDossier.ts";

const line = (agencyId: string, kind: LineOfCentre["kind"]): LineOfCentre => ({
  id: `${agencyId}-${kind}`,
  agencyId,
  kind,
  isForAll: false,
});
/** In the hall of these tests. */
const at = (
  agencyId: string | null,
  lines: readonly LineOfCentre[],
  ofProcedure: string | null = null,
): Where => ({ agencyId, lines, ofProcedure });
const LINES: readonly LineOfCentre[] = [
  line("a", "submit"),
  line("a", "supplement"),
  line("a", "collect"),
  line("a", "guidance"),
  line("b", "submit"),
  line("b", "collect"),
  line("b", "guidance"),
  line("b", "pay"),
];

describe("nextStepOf", () => {
  it.each([
    ["1", "wait", null],
    ["2", "wait", null],
    ["3", "ask", "a-guidance"],
    ["4", "wait", null],
    ["5", "supplement", "a-supplement"],
    ["6", "pay", "b-pay"],
    ["7", "ask", "a-guidance"],
    ["8", "ask", "a-guidance"],
    ["9", "collect", "a-collect"],
    ["10", "none", null],
    [null, "ask", "a-guidance"],
  ] as const)("answers status %s with %s in the line %s", (status, kind, serviceId) => {
    expect(nextStepOf(aDossier({ status }), at("a", LINES))).toEqual({
      kind,
      serviceId,
      place: null,
    });
  });

  it("sends whoever fetches a result elsewhere to that place, without a number", () => {
    const dossier = aDossier({ status: "9", resultPlace: "Chi nhánh số 2" });
    const expected = { kind: "collect", serviceId: null, place: "Chi nhánh số 2" };
    expect(nextStepOf(dossier, at("a", LINES))).toEqual(expected);
    expect(nextStepOf({ ...dossier, status: "4" }, at("a", LINES)).place).toBeNull();
  });

  it("lets nobody pay twice", () => {
    const fee = { amount: 30_000, isPaid: true };
    expect(nextStepOf(aDossier({ status: "6", fee }), at("b", LINES)).kind).toBe("wait");
    const unpaid = aDossier({ status: "6", fee: { ...fee, isPaid: false } });
    expect(nextStepOf(unpaid, at("b", LINES))).toMatchObject({ kind: "pay", serviceId: "b-pay" });
  });

  it("takes a line that serves all agencies before guidance", () => {
    const general = { ...line("office", "collect"), isForAll: true };
    const lines = [...LINES, general, { ...line("office", "guidance"), isForAll: true }];
    const ready = aDossier({ status: "9" });
    expect(nextStepOf(ready, at("c", lines)).serviceId).toBe("office-collect");
    expect(nextStepOf(ready, at(null, lines)).serviceId).toBe("office-collect");
    expect(nextStepOf(ready, at("a", lines)).serviceId).toBe("a-collect");
    expect(nextStepOf(aDossier({ status: "8" }), at("c", lines)).serviceId).toBe("office-guidance");
  });

  it("sends missing papers where the procedure is filed, and never to one line of several", () => {
    const dossier = aDossier({ status: "5" });
    const lines = [
      line("b", "submit"),
      { ...line("b", "submit"), id: "b-driving" },
      line("c", "submit"),
      line("a", "guidance"),
    ];
    expect(nextStepOf(dossier, at("b", lines, "b-driving")).serviceId).toBe("b-driving");
    expect(nextStepOf(dossier, at("b", lines)).serviceId).toBe("a-guidance");
    expect(nextStepOf(dossier, at("c", lines)).serviceId).toBe("c-submit");
    const supplement = { ...line("office", "supplement"), isForAll: true };
    expect(nextStepOf(dossier, at("b", [...lines, supplement], "b-driving")).serviceId).toBe(
      "office-supplement",
    );
  });

  it("takes the only line of a kind in the centre, and never one of several", () => {
    expect(nextStepOf(aDossier({ status: "6" }), at(null, LINES)).serviceId).toBe("b-pay");
    expect(nextStepOf(aDossier({ status: "9" }), at(null, LINES)).serviceId).toBe("a-guidance");
    expect(nextStepOf(aDossier({ status: "9" }), at("c", LINES)).serviceId).toBe("a-guidance");
    const oneCollects = LINES.filter(({ id }) => id !== "b-collect");
    expect(nextStepOf(aDossier({ status: "9" }), at(null, oneCollects)).serviceId).toBe(
      "a-collect",
    );
  });

  it("asks at the agency's own guidance before another's", () => {
    expect(nextStepOf(aDossier({ status: "8" }), at("b", LINES)).serviceId).toBe("b-guidance");
  });

  it("names no line where the centre has none", () => {
    for (const status of STATUS_CODES)
      expect(nextStepOf(aDossier({ status }), at("a", [])).serviceId).toBeNull();
  });
});

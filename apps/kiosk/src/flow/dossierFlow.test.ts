import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDossier, someDetails } from "../testing/aDossier.ts";
import { kioskFlow, startFlow } from "./kioskFlow.ts";
import { makeWish } from "./makeWish.ts";
import type { KioskAction, KioskFlow, Question } from "./Screen.ts";
import { DOSSIER_STAYS_MS, SCANNED_STAYS_MS } from "./stays.ts";

const CODE = "H56.29-251119-0003";
const DOSSIER = aDossier("9", {});
const question = (id: string, text: string): Question => ({ id, text, by: "typing" });

const after = (...actions: readonly KioskAction[]): KioskFlow =>
  actions.reduce(kioskFlow, startFlow(0));
const ticked = (at: number): KioskAction => ({ type: "ticked", at });
const scanOf = (text: string, id: string, at: number): KioskAction => ({
  type: "scanned",
  scan: { what: "code", text },
  id,
  at,
});
const lookUp = { type: "looked-up", question: question("q1", CODE), at: 1_000 } as const;
const found = { type: "found", id: "q1", dossier: DOSSIER } as const;
const missing = (id: string): KioskAction => ({
  type: "unfound",
  id,
  code: "dossier_not_found",
  at: 2_000,
});
const miss = (id: string): readonly KioskAction[] => [scanOf(`X${id}`, id, 1_000), missing(id)];
const back = { type: "went-back", hasOneService: false } as const;
const askMore = { type: "asked-more" } as const;
const prove = { type: "proved", id: "p1", factor: "4821" } as const;
const opened = { type: "opened-more", id: "p1", details: someDetails({}) } as const;

describe("a look-up", () => {
  it("shows a scanned dossier without a touch", () => {
    const { screen } = after(scanOf(CODE, "q1", 1_000), found);
    expect(screen).toMatchObject({ step: "dossier", dossier: DOSSIER, more: { kind: "closed" } });
  });

  it("is typed and kept to be mended when nobody knows it", () => {
    const typing = [
      { type: "opened-look-up", text: "" },
      { type: "typed", text: CODE },
    ] as const;
    const { screen } = after(...typing, lookUp, missing("q1"));
    expect(screen).toEqual({ step: "unfound", code: "dossier_not_found", text: CODE });
  });

  it("asks once for a receipt that is held before the scanner, and anew for another", () => {
    const flow = after(scanOf(CODE, "q1", 1_000));
    expect(kioskFlow(flow, scanOf(CODE, "q2", 1_500))).toBe(flow);
    const other = kioskFlow(flow, scanOf("H56-251119-0004", "q2", 1_500));
    expect(other.screen).toMatchObject({ step: "looking", question: { id: "q2" } });
    expect(kioskFlow(other, found)).toBe(other);
  });

  it("ignores an answer that nobody waits for any more", () => {
    const flow = after(lookUp, { type: "ended", at: 3_000 });
    expect(kioskFlow(flow, found)).toBe(flow);
    expect(kioskFlow(flow, missing("q1"))).toBe(flow);
  });

  it("waits for its answer however long it takes", () => {
    expect(after(lookUp, ticked(1e6)).screen.step).toBe("looking");
  });
});

describe("unknown codes", () => {
  it("of one person lead to help at the third, read or not", () => {
    const unread = { type: "scanned", scan: { what: "unknown" }, id: "u", at: 1_000 } as const;
    expect(after(...miss("1"), ...miss("2")).screen.step).toBe("unfound");
    expect(after(...miss("1"), unread, ...miss("2")).screen).toEqual({ step: "lost" });
    expect(after(...miss("1"), ...miss("2"), unread).screen).toEqual({ step: "lost" });
  });

  it("are counted for each person anew", () => {
    const flow = after(...miss("1"), ...miss("2"), { type: "ended", at: 3_000 }, ...miss("3"));
    expect(flow).toMatchObject({ screen: { step: "unfound" }, unknownCodes: 1 });
  });

  it("are none where the hub could not answer", () => {
    const codes = ["rate_limited", "unavailable", "disconnected"] as const;
    const actions = codes.flatMap((code, at): readonly KioskAction[] => [
      scanOf(`X${at}`, code, 1_000),
      { type: "unfound", id: code, code, at: 2_000 },
    ]);
    expect(after(...actions)).toMatchObject({ screen: { step: "unfound" }, unknownCodes: 0 });
  });

  it("are taken off the screen after half a minute", () => {
    const flow = after(...miss("1"));
    expect(kioskFlow(flow, ticked(2_000 + SCANNED_STAYS_MS)).screen.step).toBe("group");
  });
});

describe("a dossier on the screen", () => {
  const shown = [lookUp, found] as const;

  it("is cleared half a minute after the last touch, and nobody is asked", () => {
    const flow = after(...shown, { type: "touched", at: 9_000 });
    const before = kioskFlow(flow, ticked(9_000 + DOSSIER_STAYS_MS - 1));
    expect(before).toMatchObject({ screen: { step: "dossier" }, askedAt: null });
    const over = kioskFlow(flow, ticked(9_000 + DOSSIER_STAYS_MS));
    expect(over).toMatchObject({ screen: { step: "group" }, visitor: 1 });
  });

  it("leaves nothing behind for who comes next, wherever it was left", () => {
    const line = { type: "chose-line", agencyId: "justice", serviceId: "a-collect" } as const;
    const moves: readonly KioskAction[] = [askMore, prove, opened, line, back];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 6 }), (steps) => {
        const flow = after(...shown, ...steps, { type: "ended", at: 5_000 });
        expect(flow.screen).toEqual({ step: "group", page: 0 });
        const left = after(...shown, ...steps, back, back, back, back);
        expect(left.screen).toEqual({ step: "group", page: 0 });
      }),
    );
  });

  it("takes a number for itself by one touch, once", () => {
    const wish = makeWish({
      id: "w1",
      serviceId: "a-collect",
      reason: undefined,
      language: "vi",
      printer: "ready",
      dossier: DOSSIER,
    });
    expect(wish.payload).toMatchObject({ class: "normal", dossierRef: DOSSIER.ref });
    const flow = after(...shown, { type: "took", wish });
    expect(flow.screen).toEqual({ step: "taking", wish });
    expect(kioskFlow(flow, { type: "took", wish: { ...wish, id: "w2" } })).toBe(flow);
  });

  it("is what the question for priority leads back to", () => {
    const line = { type: "chose-line", agencyId: "justice", serviceId: "a-collect" } as const;
    const confirm = after(...shown, line);
    expect(confirm.screen).toMatchObject({ step: "confirm", before: { dossier: DOSSIER } });
    expect(kioskFlow(confirm, back).screen).toMatchObject({ step: "dossier", dossier: DOSSIER });
  });

  it("is replaced by the next receipt that is scanned", () => {
    const flow = after(...shown, scanOf("H56-251119-0004", "q2", 4_000));
    expect(JSON.stringify(flow.screen)).not.toContain(DOSSIER.ref);
  });
});

describe("the second factor", () => {
  const asked = [lookUp, found, askMore] as const;

  it("opens more only by the answer to what was asked", () => {
    expect(after(...asked, opened).screen).toMatchObject({ more: { kind: "asking" } });
    const { screen } = after(...asked, prove, opened);
    expect(screen).toMatchObject({ more: { kind: "open", details: opened.details } });
  });

  it("is asked again after a wrong one, without its digits", () => {
    const wrong = { type: "kept-closed", id: "p1", code: "wrong_factor" } as const;
    const { screen } = after(...asked, { type: "typed-factor", digits: "4821" }, prove, wrong);
    expect(screen).toMatchObject({ more: { kind: "asking", digits: "", refusal: "wrong_factor" } });
  });

  it("has four digits, and is not asked where it opens nothing", () => {
    const { screen } = after(...asked, { type: "typed-factor", digits: "48210" });
    expect(screen).toMatchObject({ more: { digits: "4821" } });
    const sealed = { ...found, dossier: { ...DOSSIER, canProve: false } };
    expect(after(lookUp, sealed, askMore).screen).toMatchObject({ more: { kind: "closed" } });
  });

  it("goes back to the dossier, and then to the start", () => {
    const flow = after(...asked, prove, opened, back);
    expect(flow.screen).toMatchObject({ step: "dossier", more: { kind: "closed" } });
    expect(kioskFlow(flow, back).screen.step).toBe("group");
  });

  it("is not answered for another dossier that was scanned meanwhile", () => {
    const other = { ...found, id: "q2", dossier: { ...DOSSIER, ref: "another-ref" } };
    const flow = after(...asked, prove, scanOf("H56-251119-0004", "q2", 4_000), other);
    expect(kioskFlow(flow, opened)).toBe(flow);
  });
});

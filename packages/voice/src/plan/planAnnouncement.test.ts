import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import fixture from "../fixtures/vietnamese-numbers.json" with { type: "json" };
import { type AnnouncementRequest, planAnnouncement, planNotice } from "./planAnnouncement.ts";
import { clipTexts, estimatePlanMs, type SpeechPlan, withoutChime } from "./SpeechPlan.ts";

const call = (changes: Partial<AnnouncementRequest>): SpeechPlan =>
  planAnnouncement({ label: "A012", counterNumber: 5, language: "vi", kind: "call", ...changes });

const clipsOf = (plan: SpeechPlan): string[] =>
  plan.parts.flatMap((part) => ("clip" in part ? [part.clip] : []));

/** What the clips say one after the other; letters of English are words here. */
const spoken = (plan: SpeechPlan): string =>
  clipsOf(plan)
    .map((clip) => clipTexts(plan.language)[clip])
    .filter((text) => text !== "")
    .join(" ");

const anyRequest: fc.Arbitrary<AnnouncementRequest> = fc.record({
  label: fc.stringMatching(/^[A-ZĐ]{0,3}[0-9]{1,4}(-[0-9]{2})?$/),
  counterNumber: fc.integer({ min: 0, max: 9_999 }),
  language: fc.constantFrom("vi" as const, "en" as const),
  kind: fc.constantFrom("call" as const, "recall" as const),
  region: fc.constantFrom("bac" as const, "nam" as const),
  four: fc.constantFrom("tư" as const, "bốn" as const),
});

describe("planAnnouncement", () => {
  it("says the fixture's sentence", () => {
    const { label, counter, words } = fixture.sentence;
    expect(call({ label, counterNumber: counter }).text).toBe(words);
  });

  it("plans a call as chime, invitation, marks, counter", () => {
    expect(call({}).parts).toEqual([
      { clip: "chime" },
      { gapMs: 350 },
      { clip: "phrase.invite-citizen" },
      { gapMs: 120 },
      { clip: "letter.a" },
      { gapMs: 100 },
      { clip: "digit.0.mid" },
      { gapMs: 100 },
      { clip: "digit.1.mid" },
      { gapMs: 100 },
      { clip: "digit.2.end" },
      { gapMs: 280 },
      { clip: "phrase.to-counter" },
      { gapMs: 120 },
      { clip: "number.5" },
    ]);
  });

  it("starts a recall with its own chime and xin nhắc lại", () => {
    const plan = call({ kind: "recall" });
    expect(plan.text).toBe("Xin nhắc lại, mời công dân có số a không một hai đến quầy số năm");
    expect(clipsOf(plan).slice(0, 3)).toEqual([
      "chime-recall",
      "phrase.recall",
      "phrase.invite-citizen",
    ]);
  });

  it("speaks English", () => {
    const plan = call({ language: "en" });
    expect(plan.text).toBe("Ticket A zero one two, counter five");
    expect(spoken(plan)).toBe("ticket ay zero one two counter five");
  });

  it("names desks and rooms and addresses customers", () => {
    expect(call({ address: "customer", place: "room" }).text).toBe(
      "Mời khách hàng có số a không một hai đến phòng số năm",
    );
  });

  it("says counters to 50 as one clip and joins words above", () => {
    expect(clipsOf(call({ counterNumber: 50 })).at(-1)).toBe("number.50");
    expect(clipsOf(call({ counterNumber: 51 })).slice(-3)).toEqual([
      "digit.5.mid",
      "joiner.muoi",
      "joiner.mot-sac",
    ]);
    expect(clipsOf(call({ counterNumber: 105, language: "en" })).slice(-4)).toEqual([
      "digit.1.mid",
      "joiner.hundred",
      "joiner.and",
      "digit.5.end",
    ]);
  });

  it("joins 24 from words where the whole clip would say tư", () => {
    expect(clipsOf(call({ counterNumber: 24, four: "bốn" })).slice(-3)).toEqual([
      "digit.2.mid",
      "joiner.muoi",
      "digit.4.end",
    ]);
  });

  it("pauses at the hyphen of an offline label", () => {
    const { parts } = call({ label: "BK2-07" });
    expect(parts.slice(8, 11)).toEqual([
      { clip: "digit.2.mid" },
      { gapMs: 260 },
      { clip: "digit.0.mid" },
    ]);
  });

  it("only names clips that exist, in the order of the text", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const plan = planAnnouncement(request);
        for (const clip of clipsOf(plan)) expect(clipTexts(plan.language)).toHaveProperty([clip]);
        if (plan.language !== "vi") return;
        expect(spoken(plan)).toBe(plan.text.toLowerCase().replaceAll(",", ""));
      }),
    );
  });

  it("begins and ends with a clip and never has two gaps in a row", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const shape = planAnnouncement(request).parts.map((part) => ("clip" in part ? "c" : "g"));
        expect(shape.join("")).toMatch(/^c(gc)*$/);
      }),
    );
  });

  it("refuses labels and counters that cannot be read", () => {
    expect(() => call({ label: "A_1" })).toThrow(RangeError);
    expect(() => call({ counterNumber: 1.5 })).toThrow(RangeError);
  });
});

describe("planNotice", () => {
  it("says that a counter is closed", () => {
    const plan = planNotice({ notice: "counter-paused", counterNumber: 12 }, "vi");
    expect(plan.text).toBe("Quầy số mười hai tạm nghỉ");
    expect(spoken(plan)).toBe("quầy số mười hai tạm nghỉ");
  });

  it("has every notice in both languages", () => {
    for (const notice of ["attention", "please-wait", "evacuate"] as const)
      for (const language of ["vi", "en"] as const)
        expect(spoken(planNotice({ notice }, language))).not.toBe("");
  });
});

describe("plans", () => {
  it("lose only their chime for a second saying", () => {
    const plan = call({});
    expect(withoutChime(plan).parts).toEqual(plan.parts.slice(2));
    expect(withoutChime(withoutChime(plan))).toEqual(withoutChime(plan));
  });

  it("are estimated longer with every clip", () => {
    expect(estimatePlanMs(call({ label: "A0123" }))).toBeGreaterThan(estimatePlanMs(call({})));
    expect(estimatePlanMs(call({}))).toBeGreaterThan(estimatePlanMs(withoutChime(call({}))));
  });
});

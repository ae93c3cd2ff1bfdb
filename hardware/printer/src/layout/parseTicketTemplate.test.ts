import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTicketTemplate } from "./parseTicketTemplate.ts";
import { DEFAULT_TEMPLATE } from "./TicketTemplate.ts";

const LABEL = { kind: "label" };
const pathOf = (value: unknown): string => {
  const parsed = parseTicketTemplate(value);
  return parsed.ok ? "taken" : parsed.error.path;
};

describe("parseTicketTemplate", () => {
  it("reads back the default template from JSON", () => {
    const parsed = parseTicketTemplate(JSON.parse(JSON.stringify(DEFAULT_TEMPLATE)));
    expect(parsed).toEqual({ ok: true, value: DEFAULT_TEMPLATE });
  });

  it("takes every look of every kind of part", () => {
    const template = {
      parts: [
        { kind: "label", size: "huge", weight: "bold", frame: "bar" },
        { kind: "text", vi: "Xin giữ trật tự", en: "Please keep quiet", frame: "frame" },
        { kind: "text", vi: "Wi-Fi: MIENPHI", size: "small", weight: "regular" },
        { kind: "qr", size: "large" },
        { kind: "rule", line: "dashed" },
        { kind: "gap", size: "small" },
        { kind: "gap" },
      ],
    };
    expect(parseTicketTemplate(template)).toEqual({ ok: true, value: template });
  });

  it.each([
    [null, ""],
    [[], ""],
    [{}, "parts"],
    [{ parts: "label" }, "parts"],
    [{ parts: [LABEL], colour: "red" }, "colour"],
    [{ parts: [] }, "parts"],
    [{ parts: [{ kind: "service" }] }, "parts"],
    [{ parts: [LABEL, null] }, "parts[1]"],
    [{ parts: [LABEL, { kind: "picture" }] }, "parts[1].kind"],
    [{ parts: [LABEL, { kind: "constructor" }] }, "parts[1].kind"],
    [{ parts: [LABEL, LABEL] }, "parts[1].kind"],
    [{ parts: [{ ...LABEL, size: "enormous" }] }, "parts[0].size"],
    [{ parts: [{ ...LABEL, size: 12 }] }, "parts[0].size"],
    [{ parts: [{ ...LABEL, weight: "light" }] }, "parts[0].weight"],
    [{ parts: [{ ...LABEL, frame: "round" }] }, "parts[0].frame"],
    [{ parts: [{ ...LABEL, vi: "A" }] }, "parts[0].vi"],
    [{ parts: [LABEL, { kind: "qr", weight: "bold" }] }, "parts[1].weight"],
    [{ parts: [LABEL, { kind: "rule" }] }, "parts[1].line"],
    [{ parts: [LABEL, { kind: "text" }] }, "parts[1].vi"],
    [{ parts: [LABEL, { kind: "text", vi: "  " }] }, "parts[1].vi"],
    [{ parts: [LABEL, { kind: "text", vi: "a", en: 1 }] }, "parts[1].en"],
    [{ parts: [LABEL, { kind: "text", vi: "x".repeat(201) }] }, "parts[1].vi"],
    [{ parts: [LABEL, ...Array.from({ length: 40 }, () => ({ kind: "gap" }))] }, "parts"],
    [JSON.parse('{"parts":[{"kind":"label","__proto__":{"size":"huge"}}]}'), "parts[0].__proto__"],
  ])("refuses %j and says where", (value, path) => {
    expect(pathOf(value)).toBe(path);
  });

  it("answers any JSON", () => {
    const part = fc.record(
      { kind: fc.constantFrom("label", "text", "qr", "gap", "rule", "x"), vi: fc.jsonValue() },
      { requiredKeys: [] },
    );
    const anything = fc.oneof(fc.jsonValue(), fc.record({ parts: fc.array(part) }));
    fc.assert(
      fc.property(anything, (value) => {
        expect(typeof pathOf(value)).toBe("string");
      }),
    );
  });
});

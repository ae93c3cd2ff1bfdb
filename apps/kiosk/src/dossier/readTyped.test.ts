import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTyped, type Typed } from "./readTyped.ts";

const NOW = Date.parse("2026-11-24T08:00:00+07:00");
const AGENCIES = ["H56", "H56.29", "H56.101.07", "000.00.01.H56"];
const read = (text: string, change: Partial<Parameters<typeof readTyped>[1]>): Typed =>
  readTyped(text, { agencyCodes: AGENCIES, extraCodes: [], now: NOW, ...change });
const codeIn = (text: string): string | null => {
  const typed = read(text, {});
  return typed.kind === "code" ? typed.code : null;
};

describe("a typed code", () => {
  it.each([
    ["H56.29-250401-0003", "H56.29-250401-0003"],
    ["h56.29-250401-0003", "H56.29-250401-0003"],
    [" H56.29 250401 0003 ", "H56.29-250401-0003"],
    ["H56.29.250401.0003", "H56.29-250401-0003"],
    ["H56,29/250401/0003", "H56.29-250401-0003"],
    ["H5629 250401 0003", "H56.29-250401-0003"],
    ["H56292504010003", "H56.29-250401-0003"],
    ["H5610107260302010003", "H56.101.07-260302-010003"],
    ["000.00.01.H56-210504-0012", "000.00.01.H56-210504-0012"],
    ["000.00.01.H56.210504.0012", "000.00.01.H56-210504-0012"],
    ["0000001H562105040012", "000.00.01.H56-210504-0012"],
    ["OOO.OO.O1.H56-21O5O4-OO12", "000.00.01.H56-210504-0012"],
  ])("%s is read as %s", (text, code) => {
    expect(codeIn(text)).toBe(code);
  });

  it.each(["H56.29-250401", "H56.29-251304-0003", "X9-250401-0003", "H5729250401003A"])(
    "%s is not taken for a code it is not",
    (text) => {
      expect(read(text, {})).toEqual({ kind: "other", text });
    },
  );

  it("is not guessed where two agencies fit", () => {
    const text = "H56291101123456";
    const one = (agency: string): Typed => read(text, { agencyCodes: [agency] });
    expect(one("H56")).toMatchObject({ code: "H56-291101-123456" });
    expect(one("H56.2")).toMatchObject({ code: "H56.2-911011-23456" });
    expect(read(text, { agencyCodes: ["H56", "H56.2"] })).toEqual({ kind: "other", text });
  });

  it("tells when its day has not come", () => {
    expect(read("H56-261126-0001", {})).toMatchObject({ isFromFuture: true });
    expect(read("H56-261125-0001", {})).toMatchObject({ isFromFuture: false });
  });

  it("is none while too little is there, or where an identity number stands", () => {
    expect(read("H56", {})).toEqual({ kind: "short" });
    expect(read("001099000001", {})).toEqual({ kind: "identity" });
    expect(read("012345678", {})).toEqual({ kind: "identity" });
    const extraCodes = ["############"];
    expect(read("001099000001", { extraCodes })).toEqual({ kind: "other", text: "001099000001" });
  });

  it.each(["HS-2026-04101", "hs202604101", "HS 2026 04101", "HS.2O26.O41O1"])(
    "%s is read as the centre's own code",
    (text) => {
      const extraCodes = ["HS-####-#####"];
      expect(read(text, { extraCodes })).toEqual({ kind: "other", text: "HS-2026-04101" });
    },
  );

  it("is found again without its dots and hyphens, whatever its agency", () => {
    const day = fc.tuple(fc.integer({ min: 18, max: 26 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(
        fc.constantFrom("H56.29", "000.00.01.H56"),
        day,
        fc.stringMatching(/^\d{5}$/),
        (agency, d, tail) => {
          const date = d.map((part) => String(part).padStart(2, "0")).join("");
          const code = `${agency}-${date}11-${tail}`;
          const only = { agencyCodes: [agency] };
          expect(read(code.replaceAll(/[.-]/g, ""), only)).toMatchObject({ kind: "code", code });
        },
      ),
    );
  });
});

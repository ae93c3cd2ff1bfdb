import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import fixture from "./fixtures/procedures.json" with { type: "json" };
import { isSameProcedure, parseProcedureCode } from "./procedureCode.ts";

describe("parseProcedureCode", () => {
  it.each(fixture.codeCases)("says of $code whether it is one: $valid", ({ code, valid }) => {
    expect(parseProcedureCode(code) !== null).toBe(valid);
  });

  it("takes a code apart, and reads it in small letters and with blanks around", () => {
    expect(parseProcedureCode(" 1.001677.000.00.00.h13 ")).toEqual({
      code: "1.001677.000.00.00.H13",
      national: "1.001677",
      local: "000.00.00.H13",
    });
    expect(parseProcedureCode("1.001193")).toEqual({
      code: "1.001193",
      national: "1.001193",
      local: null,
    });
  });

  it("reads no code out of what stands around it, and answers any text", () => {
    for (const text of ["x1.001193", "1.0011935", "1.001193.Z56", "1.001193.H56.1", ""])
      expect(parseProcedureCode(text)).toBeNull();
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const parsed = parseProcedureCode(text);
        expect(parseProcedureCode(parsed?.code ?? "")).toEqual(parsed);
      }),
    );
  });
});

describe("isSameProcedure", () => {
  it("compares the first 8 characters, whatever the province added", () => {
    expect(isSameProcedure("1.001193", "1.001193.H56")).toBe(true);
    expect(isSameProcedure("1.001193.H22", "1.001193.000.00.00.H56")).toBe(true);
    expect(isSameProcedure("1.001193", "1.001194")).toBe(false);
  });

  it("compares what is no code as text", () => {
    expect(isSameProcedure("TS_lop1.000.00.00.H22", "ts_lop1.000.00.00.h22")).toBe(true);
    expect(isSameProcedure("TS_lop1.000.00.00.H22", "TS_lop6.000.00.00.H22")).toBe(false);
    expect(isSameProcedure("1.001193", "1.001193x")).toBe(false);
  });
});

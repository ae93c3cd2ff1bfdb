import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import own from "../fixtures/procedure-queries.json" with { type: "json" };
import fixture from "../fixtures/procedure-search.json" with { type: "json" };
import { procedures } from "../fixtures/procedures.json" with { type: "json" };
import { createProcedureSearch } from "./createProcedureSearch.ts";

const search = createProcedureSearch(procedures);

/** Place of the expected procedure, from 1; `null` when it is not among the first 12. */
function placeOf(query: string, expected: string): number | null {
  const at = search.search(query, 12).findIndex(({ code }) => code === expected);
  return at < 0 ? null : at + 1;
}

describe("createProcedureSearch", () => {
  it.each([...fixture.cases, ...own.cases])(
    "$id finds $expect for '$query' ($kind) within $within",
    ({ query, expect: expected, within }) => {
      const place = placeOf(query, expected);
      expect(place).not.toBeNull();
      expect(place).toBeLessThanOrEqual(within);
    },
  );

  it.each([
    ["the agreed queries", fixture.cases, 0.95],
    ["other queries", own.cases, 0.85],
  ])("puts the right procedure first for most of %s", (_, cases, least) => {
    const first = cases.filter((one) => placeOf(one.query, one.expect) === 1);
    expect(first.length / cases.length).toBeGreaterThanOrEqual(least);
  });

  it("finds a code, whole, without its dot, with a province's ending, or its beginning", () => {
    for (const query of [
      "1.000894",
      "1000894",
      " 1.000894.h56 ",
      "1.000894.000.00.00.H56",
      "1.00089",
    ])
      expect(search.search(query, 3)).toMatchObject([{ code: "1.000894" }]);
    expect(search.search("9.999999", 3)).toEqual([]);
  });

  it("tells procedures of the same code apart by their place", () => {
    const twice = createProcedureSearch([
      { code: "1.004222", name: "Đăng ký thường trú" },
      { code: "1.004222", name: "Xóa đăng ký thường trú" },
    ]);
    expect(twice.search("xoa thuong tru", 2).map(({ index }) => index)).toEqual([1, 0]);
    expect(twice.search("1.004222", 9).map(({ index }) => index)).toEqual([0, 1]);
  });

  it("puts what is asked for often before an equal name", () => {
    const name = "Cấp giấy phép lái xe";
    const equal = createProcedureSearch([
      { code: "a", name },
      { code: "b", name, isCommon: true },
    ]);
    expect(equal.search("lai xe", 2).map(({ code }) => code)).toEqual(["b", "a"]);
  });

  it("knows the centre's words, and lets them win over its own", () => {
    const named = [
      { code: "a", name: "Đăng ký khai tử" },
      { code: "b", name: "Đăng ký kết hôn" },
    ];
    const first = (query: string, synonyms: Readonly<Record<string, string>>) =>
      createProcedureSearch(named, synonyms).search(query, 1)[0]?.code;
    expect(first("về trời", {})).toBeUndefined();
    expect(first("ve troi", { "Về trời": "khai tử" })).toBe("a");
    expect(first("bao tu", {})).toBe("a");
    expect(first("bao tu", { "bao tu": "ket hon" })).toBe("b");
  });

  it("lets accents decide between names that are the same without them", () => {
    const alike = createProcedureSearch([
      { code: "lại", name: "Cấp lại giấy phép" },
      { code: "lái", name: "Cấp lái giấy phép" },
    ]);
    expect(alike.search("lái", 2)[0]?.code).toBe("lái");
    expect(alike.search("lại", 2)[0]?.code).toBe("lại");
    expect(alike.search("lai", 2)).toHaveLength(2);
  });

  it("gives every word a syllable of its own, so that one said twice stands there twice", () => {
    const names = createProcedureSearch([
      { code: "once", name: "Cấp giấy phép lái xe" },
      { code: "twice", name: "Cấp lại giấy phép đào tạo, tập lái" },
    ]);
    expect(names.search("lai lai", 1)[0]?.code).toBe("twice");
  });

  it("says nothing where nothing fits, and nothing more than was asked for", () => {
    for (const query of ["", "  ", "?!.,", "qqqq", "\u0301"])
      expect(search.search(query, 6)).toEqual([]);
    expect(search.search("dang ky", 2)).toHaveLength(2);
    expect(search.search("dang ky", 0)).toEqual([]);
    expect(createProcedureSearch([]).search("dang ky", 6)).toEqual([]);
  });

  it("answers any text the same each time, best first, and reads 200 characters of it", () => {
    const words = fc.constantFrom(
      "đăng",
      "ky",
      "lai",
      "khai sinh",
      "xe",
      "toi",
      "1",
      "ddawng",
      "w",
      "-",
    );
    const texts = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(words).map((list) => list.join(" ")),
    );
    fc.assert(
      fc.property(texts, (query) => {
        const hits = search.search(query, 20);
        expect(search.search(query, 20)).toEqual(hits);
        expect(hits).toEqual(hits.toSorted((a, b) => b.score - a.score || a.index - b.index));
        for (const { code, index } of hits) expect(procedures[index]?.code).toBe(code);
      }),
    );
    const long = `khai sinh ${" ".repeat(190)} ket hon`;
    expect(search.search(long, 3)).toEqual(search.search("khai sinh ", 3));
    for (const hostile of ["a".repeat(100_000), "ngh ".repeat(50_000), "́".repeat(100_000)])
      expect(search.search(hostile, 3).length).toBeLessThanOrEqual(3);
  });
});

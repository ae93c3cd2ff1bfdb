import { describe, expect, it } from "vitest";
import { findInSource, parseSourcePath } from "./sourcePath.ts";

const find = (record: object, text: string): unknown => {
  const path = parseSourcePath(text);
  return path === null ? "no path" : findInSource(record, path);
};

const RECORD = {
  MaHoSo: "A",
  holder: { name: "B" },
  blank: "  ",
  papers: ["x", "", "y"],
  steps: [{ due: "1" }, { due: "2" }, { due: "" }],
  only: { due: "9" },
  "Địa  chỉ/SĐT": "C",
  "Ngày. trả": "D",
  "Số ĐT.": "E",
};

describe("findInSource", () => {
  it.each([
    ["MaHoSo", [{ path: "MaHoSo", value: "A" }]],
    ["mahoso", [{ path: "mahoso", value: "A" }]],
    ["holder.name", [{ path: "holder.name", value: "B" }]],
    ["blank", []],
    ["nothing.at.all", []],
    ["MaHoSo.length", []],
    ["papers", [{ path: "papers", value: ["x", "", "y"] }]],
    [
      "papers[each]",
      [
        { path: "papers[0]", value: "x" },
        { path: "papers[2]", value: "y" },
      ],
    ],
    ["papers[last]", [{ path: "papers[2]", value: "y" }]],
    ["steps[last].due", [{ path: "steps[1].due", value: "2" }]],
    ["only[last].due", [{ path: "only[0].due", value: "9" }]],
    ["địa chỉ/sđt", [{ path: "địa chỉ/sđt", value: "C" }]],
    ["Ngày. trả", [{ path: "Ngày. trả", value: "D" }]],
    ["Số ĐT.", [{ path: "Số ĐT.", value: "E" }]],
  ])("follows %s", (path, expected) => {
    expect(find(RECORD, path)).toEqual(expected);
  });

  it("finds each record's own spelling, also where records with other names come between", () => {
    const records = [{ MAHOSO: 1 }, { maHoSo: 2 }, { "Mahoso ": 3 }, { MAHOSO: 4, x: 0 }, { x: 5 }];
    const found = [...records, ...records].map((record) => find(record, "MaHoSo"));
    const expected = [1, 2, 3, 4].map((value) => [{ path: "MaHoSo", value }]);
    expect(found).toEqual([...expected, [], ...expected, []]);
  });

  it.each(["constructor", "__proto__", "toString", "__proto__.polluted"])(
    "sees nothing but a record's own fields: %s",
    (path) => {
      expect(find(RECORD, path)).toEqual([]);
    },
  );

  it.each(["", " ", "a[first]", "a[each", "[last]", "a.b.c.d.e.f.g.h.i"])(
    "does not take %j for a path",
    (text) => {
      expect(parseSourcePath(text)).toBeNull();
    },
  );
});

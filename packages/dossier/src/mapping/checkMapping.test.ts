import { describe, expect, it } from "vitest";
import { BUILT_IN_MAPPINGS, DONG_BO_HO_SO_MC } from "./builtIn.ts";
import { checkMapping } from "./checkMapping.ts";
import type { DateFormat, FieldRule, Mapping } from "./Mapping.ts";

const withField = (field: string, rule: FieldRule): Mapping => ({
  ...DONG_BO_HO_SO_MC,
  fields: { ...DONG_BO_HO_SO_MC.fields, [field]: rule },
});
const faultsOf = (mapping: Mapping): readonly string[] =>
  checkMapping(mapping).map(({ path, reason }) => `${path} ${reason}`);
/** As a document may say it that was written by hand. */
function formats(json: string): readonly DateFormat[] {
  return JSON.parse(json);
}

describe("checkMapping", () => {
  it.each(Object.entries(BUILT_IN_MAPPINGS))("finds nothing wrong with %s", (_, mapping) => {
    expect(checkMapping(mapping)).toEqual([]);
  });

  it.each([
    ["a time zone", { timeZone: "Asia/Atlantis" }, "timeZone unknown_time_zone"],
    ["a due time", { dueTime: "24:00" }, "dueTime bad_time"],
    ["no formats", { dateFormats: [] }, "dateFormats required"],
  ] as const)("points at %s", (_, change, expected) => {
    expect(faultsOf({ ...DONG_BO_HO_SO_MC, ...change })).toEqual([expected]);
  });

  it.each([
    [
      "dueAt",
      { from: ["x"], format: formats('["dd/MM/yyyy","MM/dd/yyyy"]') },
      "format[1] unknown_format",
    ],
    ["unit", { from: ["x"], format: ["iso"] }, "format not_for_this_field"],
    ["unit", { from: [] }, "from required"],
    ["unit", { from: ["x", "a[first].b"] }, "from[1] bad_path"],
    ["status", { from: ["x"], values: { Xong: "11" } }, "values.Xong unknown_status"],
    ["status", { from: ["x"], default: "open" }, "default unknown_status"],
    ["holderKind", { from: ["x"], values: { "1": "person" } }, "values.1 unknown_kind"],
    ["feePaid", { from: ["x"], values: { "2": "maybe" } }, "values.2 unknown_flag"],
    ["missing", { from: ["x"], whenStatus: ["5", "50"] }, "whenStatus[1] unknown_status"],
    ["unit", { from: ["x"], whenStatus: ["5"] }, "whenStatus not_for_this_field"],
  ] as const)("points at the place in the rule of %s", (field, rule, expected) => {
    expect(faultsOf(withField(field, rule))).toEqual([`fields.${field}.${expected}`]);
  });

  it("lets a default be a word of the table, and a word stand for nothing", () => {
    const rule = { from: ["x"], values: { Xong: "9", "-": "" }, default: "xong" };
    expect(faultsOf(withField("status", rule))).toEqual([]);
  });

  it("knows what a dossier must have, and what it has not", () => {
    const empty = { ...DONG_BO_HO_SO_MC, fields: {} };
    expect(faultsOf(empty)).toEqual([
      "fields.code required",
      "fields.receivedAt required",
      "fields.procedureName required",
      "fields.status required",
    ]);
    expect(faultsOf({ ...empty, withoutStatus: "dates" })).not.toContain("fields.status required");
    expect(faultsOf(withField("colour", { from: ["x"] }))).toEqual(["fields.colour unknown_field"]);
  });

  it("says each fault in words", () => {
    expect(checkMapping({ ...DONG_BO_HO_SO_MC, dueTime: "5pm" })[0]?.message).toContain("17:00");
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CatalogueSchema, SettingsSchema } from "@luot/contract";
import { createProcedureSearch, parseProcedureCode } from "@luot/dossier";
import { describe, expect, it } from "vitest";

const DEMO = join(import.meta.dirname, "../../demo");
const FIXTURES = join(import.meta.dirname, "../../../../packages/dossier/src/fixtures");
const readJson = (...path: readonly string[]): unknown =>
  JSON.parse(readFileSync(join(...path), "utf8"));

const raw = readJson(DEMO, "catalogue.json");
const { procedures } = CatalogueSchema.parse(raw);
const { search } = createProcedureSearch(procedures);
const firstOf = (query: string): string => procedures[search(query, 1)[0]?.index ?? -1]?.name ?? "";

describe("the demonstration's catalogue", () => {
  it("is a valid catalogue, parsing changes nothing in it, and it is as large as a province's", () => {
    expect(CatalogueSchema.parse(raw)).toEqual(raw);
    expect(procedures.length).toBeGreaterThanOrEqual(1_500);
  });

  it("sends every procedure to a line that the demonstration's centre has", () => {
    const { services } = SettingsSchema.parse(readJson(DEMO, "centre.json"));
    const lines = new Set(services.map(({ id }) => id));
    expect(procedures.filter(({ serviceId }) => !lines.has(serviceId ?? ""))).toEqual([]);
    const used = new Set(procedures.map(({ serviceId }) => serviceId));
    const filing = services.filter(({ kind }) => kind === "submit").map(({ id }) => id);
    expect(filing.filter((id) => !used.has(id))).toEqual([]);
  });

  it("holds the verified procedures as they were read, and marks all others as made up", () => {
    const verified = readJson(FIXTURES, "procedures.json") as {
      procedures: readonly { code: string; name: string; field: string }[];
    };
    const real = procedures.filter(({ isDemo }) => !isDemo);
    expect(real.map(keyOf).toSorted()).toEqual(verified.procedures.map(keyOf).toSorted());
    const made = procedures.filter(({ isDemo }) => isDemo);
    expect(made.filter(({ code }) => !/^9\.\d{6}$/.test(code))).toEqual([]);
    expect(procedures.filter(({ code }) => parseProcedureCode(code) === null)).toEqual([]);
  });

  it("says no name and no made-up code twice, and of each what to bring", () => {
    const names = procedures.map(({ name }) => name.toLowerCase());
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(new Set(procedures.map(({ code }) => code)).size).toBe(procedures.length);
    expect(procedures.filter(({ papers }) => papers.length === 0)).toEqual([]);
    expect(procedures.some(({ portal }) => portal === null)).toBe(true);
    expect(procedures.some(({ portal }) => portal !== null)).toBe(true);
  });

  it("is searched as the agreed queries want it, though 1,500 other names are in the way", () => {
    const fixture = readJson(FIXTURES, "procedure-search.json") as {
      cases: readonly { query: string; expect: string; within: number }[];
    };
    const places = fixture.cases.map((one) => ({
      ...one,
      place: search(one.query, 12).findIndex(({ code }) => code === one.expect) + 1,
    }));
    const within = places.filter((one) => one.place > 0 && one.place <= one.within);
    const first = places.filter(({ place }) => place === 1);
    expect(within.length / places.length).toBeGreaterThanOrEqual(0.95);
    expect(first.length / places.length).toBeGreaterThanOrEqual(0.85);
  });

  it.each([
    ["so do", "Cấp Giấy chứng nhận quyền sử dụng đất"],
    ["sổ đỏ", "Cấp Giấy chứng nhận quyền sử dụng đất"],
    ["sổ hồng", "Cấp Giấy chứng nhận quyền sử dụng đất"],
    ["làm sổ đỏ", "Cấp Giấy chứng nhận quyền sử dụng đất"],
    ["mất sổ đỏ", "Cấp lại Giấy chứng nhận quyền sử dụng đất"],
    ["sai so do", "Đính chính Giấy chứng nhận"],
    ["sửa sổ đỏ", "Đính chính Giấy chứng nhận"],
    ["sang tên sổ đỏ", "Chứng thực hợp đồng chuyển nhượng quyền sử dụng đất"],
    ["cap dien", "Đăng ký mua điện"],
    ["mắc điện", "Đăng ký mua điện"],
    ["dien ke", "Đăng ký mua điện"],
    ["lắp điện kế", "Đăng ký lắp đặt công tơ điện"],
    ["cấp lại giấy phép lái xe", "Cấp lại giấy phép lái xe"],
  ])("puts first what people mean by %s", (query, name) => {
    expect(firstOf(query).slice(0, name.length)).toBe(name);
  });

  it("has the plain form of what is asked for most, and puts it before the forms of a class", () => {
    expect(firstOf("cap lai giay phep lai xe")).toBe("Cấp lại giấy phép lái xe");
    expect(firstOf("mat bang lai")).toBe("Cấp lại giấy phép lái xe");
  });
});

function keyOf(procedure: { code: string; name: string; field: string | null }): string {
  const { code, name, field } = procedure;
  return `${code} ${name} ${field}`;
}

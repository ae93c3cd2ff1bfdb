import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCatalogue, aProcedure } from "../testing/aCatalogue.ts";
import { aHall } from "../testing/aCentre.ts";
import { CatalogueShelf, FRESH_FOR_MS } from "./CatalogueShelf.ts";
import { hitsOf } from "./hitsOf.ts";
import { lineOf } from "./lineOf.ts";
import { paperPages } from "./paperPages.ts";
import { asking, opening, SEARCH_START } from "./SearchAt.ts";

describe("where somebody is in the search", () => {
  it("begins on the first page of the hits of another text", () => {
    const at = { ...SEARCH_START, query: "khai sin", page: 2 };
    expect(asking(at, "khai sinh")).toEqual({ ...SEARCH_START, query: "khai sinh" });
    expect(asking(at, "khai sin")).toBe(at);
  });

  it("keeps no blank in front, composes marks, and stays short", () => {
    expect(asking(SEARCH_START, "  đất ").query).toBe("đất ");
    expect(asking(SEARCH_START, "đa\u0302\u0301t").query).toBe("đất");
    expect(asking(SEARCH_START, "a".repeat(5_000)).query).toHaveLength(80);
  });

  it("keeps text and page when a procedure is opened, to go back to", () => {
    const at = { ...SEARCH_START, query: "cấp", page: 1, papersPage: 3 };
    const procedure = aProcedure({});
    expect(opening(at, procedure)).toEqual({ query: "cấp", page: 1, procedure, papersPage: 0 });
  });
});

async function ready(): Promise<Parameters<typeof hitsOf>[0]> {
  const shelf = new CatalogueShelf(async () => aCatalogue({}));
  await shelf.refresh(0);
  const state = shelf.getState();
  if (state.kind !== "ready") throw new Error(state.kind);
  return state;
}

describe("the hits", () => {
  it("are the common procedures while nothing is typed", async () => {
    const names = hitsOf(await ready(), "  ").map(({ name }) => name);
    expect(names).toEqual(["Thủ tục đăng ký khai sinh", "Thủ tục đăng ký kết hôn"]);
  });

  it("answer words without accents, and the catalogue's own synonyms", async () => {
    const shelf = await ready();
    expect(hitsOf(shelf, "giay phep xay dung")[0]?.name).toBe("Cấp giấy phép xây dựng");
    expect(hitsOf(shelf, "giay chao doi")[0]?.name).toBe("Thủ tục đăng ký khai sinh");
    expect(hitsOf(shelf, "qqzzxx")).toEqual([]);
  });
});

describe("the catalogue of a kiosk", () => {
  it("is none where the centre has none, and says so apart from a hub that does not answer", async () => {
    const none = new CatalogueShelf(async () => null);
    const failed = new CatalogueShelf(() => Promise.reject(new Error("HTTP 500")));
    for (const shelf of [none, failed]) await shelf.refresh(0);
    expect([none.getState().kind, failed.getState().kind]).toEqual(["none", "failed"]);
  });

  it("serves on when the hub does not answer any more", async () => {
    let isAway = false;
    const shelf = new CatalogueShelf(async () => {
      if (isAway) throw new Error("away");
      return aCatalogue({});
    });
    await shelf.refresh(0);
    isAway = true;
    await shelf.refresh(FRESH_FOR_MS);
    expect(shelf.getState().kind).toBe("ready");
  });

  it("is asked for again when it is old, and at once where there was none or no answer", async () => {
    const asked: number[] = [];
    let now = 0;
    const shelf = new CatalogueShelf(async () => {
      asked.push(now);
      if (asked.length === 1 || now === 2 + FRESH_FOR_MS) throw new Error("away");
      return asked.length === 2 ? null : aCatalogue({});
    });
    const again = [2 + FRESH_FOR_MS, 3 + FRESH_FOR_MS];
    for (now of [0, 1, 2, 3, FRESH_FOR_MS, ...again]) await shelf.refresh(now);
    expect(asked).toEqual([0, 1, 2, ...again]);
  });

  it("keeps its index while it is the same, and tells who listens when it is another", async () => {
    const versions = [aCatalogue({}), aCatalogue({}), aCatalogue({ asOf: "2025-11-24" })];
    const shelf = new CatalogueShelf(async () => versions.shift() ?? null);
    let told = 0;
    shelf.subscribe(() => told++);
    await shelf.refresh(0);
    const first = shelf.getState();
    await shelf.refresh(FRESH_FOR_MS);
    expect(shelf.getState()).toBe(first);
    await shelf.refresh(2 * FRESH_FOR_MS);
    expect(told).toBe(2);
  });

  it("asks once only while an answer is on its way", async () => {
    let asked = 0;
    const { promise, resolve } = Promise.withResolvers<null>();
    const shelf = new CatalogueShelf(() => {
      asked++;
      return promise;
    });
    const both = [shelf.refresh(0), shelf.refresh(1)];
    resolve(null);
    await Promise.all(both);
    expect(asked).toBe(1);
  });
});

describe("the line of a procedure", () => {
  it("is its own; without one, or where that is gone, it is guidance", () => {
    const lines = ["land-submit", null, "gone"].map((serviceId) => {
      const line = lineOf({ serviceId }, aHall({}));
      return line.kind === "none" ? null : [line.kind, line.standing.service.id];
    });
    expect(lines).toEqual([
      ["own", "land-submit"],
      ["guidance", "a-guide"],
      ["guidance", "a-guide"],
    ]);
  });

  it("is none in a centre without guidance", () => {
    const hall = aHall({});
    const services = hall.settings.services.filter(({ kind }) => kind !== "guidance");
    const without = { ...hall, settings: { ...hall.settings, services } };
    expect(lineOf({ serviceId: null }, without)).toEqual({ kind: "none" });
  });
});

describe("the papers of a procedure", () => {
  const name = "Cấp giấy phép";
  const portal = null;

  it("stand on one page where they fit, and need none to be one page", () => {
    expect(paperPages({ name, portal, papers: ["Tờ khai", "Ảnh"] })).toEqual([["Tờ khai", "Ảnh"]]);
    expect(paperPages({ name, portal, papers: [] })).toEqual([[]]);
    const many = Array.from({ length: 20 }, (_, at) => `Giấy tờ thứ ${at}`);
    expect(paperPages({ name, portal, papers: many }).map((page) => page.length)).toEqual([10, 10]);
    const long = "Giấy ".repeat(60);
    const each = paperPages({ name: long, portal: "https://a.vn/", papers: [long, long] });
    expect(each).toEqual([[long], [long]]);
  });

  it("are all there, in order, whatever their length, and no page but one without any is empty", () => {
    const papers = fc.array(fc.string({ minLength: 1, maxLength: 300 }), { maxLength: 30 });
    fc.assert(
      fc.property(papers, fc.string({ maxLength: 500 }), fc.boolean(), (all, title, isOnline) => {
        const url = isOnline ? "https://dichvucong.gov.vn/" : null;
        const pages = paperPages({ name: title, papers: all, portal: url });
        expect(pages.flat()).toEqual(all);
        expect(pages.filter((page) => page.length === 0)).toHaveLength(all.length === 0 ? 1 : 0);
      }),
    );
  });

  it("leave room for a long name and for the portal's code", () => {
    const papers = Array.from({ length: 10 }, (_, at) => `Giấy tờ thứ ${at}`);
    const count = (of: Partial<Parameters<typeof paperPages>[0]>): number =>
      paperPages({ name, portal, papers, ...of }).length;
    expect(count({})).toBeLessThan(count({ portal: "https://dichvucong.gov.vn/" }));
    expect(count({})).toBeLessThan(count({ name: "a".repeat(300) }));
  });
});

import type { Catalogue, CatalogueProcedure } from "@luot/contract";
import { createI18n, type Language } from "@luot/i18n";
import { AppProviders } from "@luot/ui";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Hall } from "../hall/serviceStanding.ts";
import { HubProvider } from "../hub/HubContext.ts";
import { aCatalogue, aProcedure } from "../testing/aCatalogue.ts";
import { aHall } from "../testing/aCentre.ts";
import { createFakeHub } from "../testing/FakeHub.ts";
import { Search } from "./Search.tsx";
import { SEARCH_START, type SearchAt } from "./SearchAt.ts";
import { shelfOf } from "./useCatalogue.ts";

const WORDS = { vi: createI18n("vi"), en: createI18n("en") };

interface Shown {
  readonly load?: () => Promise<Catalogue | null>;
  readonly hall?: Hall;
  readonly isOpen?: boolean;
  readonly language?: Language;
}

async function shown(at: Partial<SearchAt>, how: Shown): Promise<string> {
  const { load = async () => aCatalogue({}), hall = aHall({}), isOpen = true } = how;
  const hub = { ...createFakeHub({}, []).hub, loadCatalogue: load };
  await shelfOf(hub).refresh(0);
  return renderToString(
    <AppProviders i18n={WORDS[how.language ?? "vi"]}>
      <HubProvider hub={hub}>
        <Search
          hall={hall}
          isOpen={isOpen}
          at={{ ...SEARCH_START, ...at }}
          dispatch={() => {}}
          onChoose={() => {}}
        />
      </HubProvider>
    </AppProviders>,
  ).replaceAll("<!-- -->", "");
}

const opened = (change: Partial<CatalogueProcedure>, how: Shown): Promise<string> =>
  shown({ query: "khai", procedure: aProcedure(change) }, how);
const has = (html: string, testId: string): boolean => html.includes(`data-testid="${testId}"`);
const button = (html: string, testId: string): string =>
  new RegExp(`<button[^>]*data-testid="${testId}"[^>]*>`).exec(html)?.[0] ?? "";

describe("the search at the kiosk", () => {
  it("shows the common procedures and all the keys before anything is typed", async () => {
    const html = await shown({}, {});
    expect(html.match(/data-testid="key-[A-Z]"/g)).toHaveLength(26);
    expect(html.match(/data-testid="key-\d"/g)).toHaveLength(10);
    for (const key of ["key-space", "key-back"]) expect(has(html, key)).toBe(true);
    expect(html.match(/data-testid="hit-/g)).toHaveLength(2);
    expect(html).toContain("Thủ tục thường gặp:");
    expect(has(html, "clear-search")).toBe(false);
  });

  it("lists six at a time of what answers, and the way to the others", async () => {
    const first = await shown({ query: "gia han chung chi" }, {});
    expect(first.match(/data-testid="hit-/g)).toHaveLength(6);
    expect(first).toContain("Trang 1 / 2");
    const second = await shown({ query: "gia han chung chi", page: 1 }, {});
    expect(second.match(/data-testid="hit-/g)).toHaveLength(2);
  });

  it("names three ways on where nothing answers, and leaves the keys", async () => {
    const html = await shown({ query: "qqzzxx" }, {});
    for (const way of ["no-hit", "type-anew", "by-agency", "call-help-now", "key-A"])
      expect(has(html, way)).toBe(true);
    expect(has(html, "hits")).toBe(false);
  });

  it.each<[string, () => Promise<Catalogue | null>, string]>([
    ["none", async () => null, "Chưa có danh mục thủ tục"],
    ["failed", () => Promise.reject(new Error("away")), "Chưa tải được danh mục thủ tục"],
  ])("without a catalogue (%s) says so and leads to the agencies", async (why, load, words) => {
    const html = await shown({}, { load });
    expect(html).toContain(`data-why="${why}"`);
    expect(html).toContain(words);
    expect(has(html, "by-agency")).toBe(true);
    expect(has(html, "search-field")).toBe(false);
  });
});

describe("a procedure at the kiosk", () => {
  it("says what to bring, what it costs, how long it takes, and who waits in its line", async () => {
    const html = await opened({}, {});
    for (const words of [
      "Thủ tục đăng ký khai sinh",
      "Giấy chứng sinh",
      "8.000\u00a0đ",
      "5 ngày làm việc",
      "Các quầy 1, 2",
      "10 người đang chờ",
      "Danh mục cập nhật ngày 20/11/2025.",
    ])
      expect(html).toContain(words);
    expect(button(html, "choose-line")).not.toContain("disabled");
  });

  it("speaks English around the names, which stay Vietnamese and say so", async () => {
    const html = await opened({ time: { count: 1, unit: "hour" } }, { language: "en" });
    for (const words of ["Papers to bring", "1 hour", "8,000", "10 people waiting"])
      expect(html).toContain(words);
    expect(html).toMatch(/<h1[^>]*lang="vi"[^>]*>Thủ tục đăng ký khai sinh/);
  });

  it("sends somebody home with a code where it is done from there, and only there", async () => {
    const html = await opened({}, {});
    expect(html).toMatch(/data-testid="at-home".*role="img".*dichvucong\.gov\.vn/);
    expect(has(await opened({ portal: null }, {}), "at-home")).toBe(false);
  });

  it("says of a fee or a time that is not known where to ask, and of no fee that there is none", async () => {
    const unknown = await opened({ fee: null, time: null, papers: [] }, {});
    expect(unknown.match(/Hỏi tại quầy/g)).toHaveLength(2);
    expect(unknown).toContain("Mời ông/bà hỏi cán bộ tại quầy.");
    expect(await opened({ fee: 0 }, {})).toContain("Không thu phí");
  });

  it("marks what is made up for a demonstration", async () => {
    expect(await opened({ isDemo: true }, {})).toContain("Thông tin mẫu để trình diễn.");
    expect(await opened({}, {})).not.toContain("Thông tin mẫu");
  });

  it("leads to guidance where it has no line", async () => {
    const html = await opened({ serviceId: null }, {});
    expect(html).toContain('data-kind="guidance"');
    expect(html).toContain("Lấy số hướng dẫn");
  });

  it("calls a person where there is not even guidance", async () => {
    const hall = aHall({});
    const services = hall.settings.services.filter(({ kind }) => kind !== "guidance");
    const html = await opened(
      { serviceId: null },
      { hall: { ...hall, settings: { ...hall.settings, services } } },
    );
    expect(has(html, "call-help-now")).toBe(true);
    expect(has(html, "choose-line")).toBe(false);
  });

  it("gives no number beyond the quota, and says why", async () => {
    const hall = aHall({ issued: { "finance-submit/1": 3 } });
    const html = await opened({ serviceId: "finance-submit" }, { hall });
    expect(html).toContain("Đã hết số tiếp nhận của buổi này");
    expect(button(html, "choose-line")).toContain("disabled");
  });

  it("tells what to bring also where no number is given, but not who waits", async () => {
    const html = await opened({}, { isOpen: false });
    expect(html).toContain("Giấy chứng sinh");
    for (const part of ["choose-line", "line-waiting"]) expect(has(html, part)).toBe(false);
    expect(has(html, "no-numbers")).toBe(true);
  });

  it("tells no wait that nobody knows while the kiosk is cut off", async () => {
    const html = await opened({}, { hall: { ...aHall({}), isCurrent: false } });
    expect(has(html, "line-waiting")).toBe(false);
    expect(has(html, "choose-line")).toBe(true);
  });
});

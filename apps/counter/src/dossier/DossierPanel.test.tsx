import { createI18n, type Language } from "@luot/i18n";
import { AppProviders } from "@luot/ui";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aDossier, NINE } from "../testing/aDossier.ts";
import { SETTINGS } from "../testing/aCounter.tsx";
import { DossierPanel, type DossierPanelProps } from "./DossierPanel.tsx";
import { type DossiersState, NO_DOSSIERS } from "./DossiersState.ts";
import type { DossierWishes } from "./DossierWishes.ts";

const WISHES: DossierWishes = {
  ask: () => {},
  add: () => Promise.resolve(false),
  forgetRefusal: () => {},
  setNoted: () => {},
  openHolder: () => {},
  hideHolder: () => {},
  copy: () => {},
};
const HERE: DossiersState = { ...NO_DOSSIERS, ticketId: "t1" };
const HOLDER = { name: "NGUYỄN THỊ DẤU VẾT 7391", kind: "citizen", phone: "0912345678" } as const;

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(NINE);
});

afterEach(() => {
  vi.useRealTimers();
});

function shown(
  state: Partial<DossiersState>,
  change: Partial<DossierPanelProps> = {},
  language: Language = "vi",
): string {
  const html = renderToString(
    <AppProviders i18n={createI18n(language)}>
      <DossierPanel
        state={{ ...HERE, ...state }}
        settings={SETTINGS}
        mayOpenHolder={false}
        isInStep
        wishes={WISHES}
        copied={null}
        {...change}
      />
    </AppProviders>,
  );
  return html.replaceAll("<!-- -->", "").replaceAll("\u00a0", " ");
}

const one = (change: Parameters<typeof aDossier>[0]) => ({ dossiers: [aDossier(change)] });

describe("the dossiers on a counter's screen", () => {
  it.each([
    ["1", "Mới đăng ký"],
    ["2", "Được tiếp nhận"],
    ["3", "Không được tiếp nhận"],
    ["4", "Đang xử lý"],
    ["5", "Yêu cầu bổ sung giấy tờ"],
    ["6", "Yêu cầu thực hiện nghĩa vụ tài chính"],
    ["7", "Công dân yêu cầu rút hồ sơ"],
    ["8", "Dừng xử lý"],
    ["9", "Đã xử lý xong"],
    ["10", "Đã trả kết quả"],
    [null, "Chưa xác định"],
  ] as const)("say for state %s: %s", (status, words) => {
    expect(shown(one({ status }))).toContain(words);
  });

  it("show code, procedure, mask, dates and the light with the days left", () => {
    const html = shown(one({}));
    for (const words of [
      "H56.29-261112-0003",
      "1.001193 · Đăng ký khai sinh",
      "Nguyễn T** D** V**",
      "12/11/2026 09:00",
      "25/11/2026 17:00",
      "Còn hạn · còn 1 ngày làm việc",
      "Dữ liệu cập nhật lúc 24/11/2026 08:55.",
    ])
      expect(html).toContain(words);
  });

  it("say it in English too", () => {
    const html = shown(one({ status: "9", light: null }), {}, "en");
    expect(html).toContain("Processed");
    expect(html).not.toMatch(/Hồ sơ|Ngày|Dữ liệu/u);
  });

  it("show how late it is, the new date, and that it was put off too often", () => {
    const html = shown(
      one({ light: "overdue", daysLeft: -2, newDueAt: NINE + 3 * 86_400_000, reappointments: 2 }),
    );
    expect(html).toContain("Quá hạn 2 ngày làm việc");
    expect(html).toContain("27/11/2026 09:00");
    expect(html).toContain("2 lần, quy định không quá 01 lần");
    expect(shown(one({ reappointments: 1, newDueAt: NINE }))).not.toContain("quy định không quá");
  });

  it("list the missing papers, the fee, and where the result is handed out", () => {
    const place = "657 Lạc Long Quân";
    const html = shown(
      one({
        missing: ["Bản sao căn cước", "Tờ khai"],
        fee: { amount: 150_000, isPaid: false },
        next: { kind: "collect", serviceId: null, isElsewhere: true, place },
      }),
    );
    for (const words of ["Bản sao căn cước", "Tờ khai", "150.000 đ", "Chưa thanh toán", place])
      expect(html).toContain(words);
  });

  it("warn when the data are old", () => {
    expect(shown(one({ isStale: true }))).toContain("Dữ liệu đã cũ");
    expect(shown(one({ isStale: false }))).not.toContain("Dữ liệu đã cũ");
  });

  it("offer the holder to officers with the right alone, and say that it is noted", () => {
    expect(shown(one({}))).not.toContain("open-holder");
    expect(shown(one({}), { mayOpenHolder: true })).toContain("open-holder");
    const holder = {
      status: "shown",
      ref: "ref_0001",
      holder: HOLDER,
      until: NINE + 30_000,
    } as const;
    const html = shown({ ...one({}), holder }, { mayOpenHolder: true });
    expect(html).toContain("NGUYỄN THỊ DẤU VẾT 7391");
    expect(html).toContain("Lần xem này đã được ghi lại. Tự ẩn sau 30 giây.");
  });

  it("tell of a register that is gone in one quiet line, which is no alarm", () => {
    const html = shown({ found: "unavailable" });
    expect(html).toContain("Gọi số vẫn như thường.");
    expect(html).not.toContain('role="alert"');
  });

  it("say when there is none, and what was wrong with one that was not added", () => {
    expect(shown({})).toContain("Số này chưa gắn với hồ sơ nào.");
    expect(shown({ adding: { status: "refused", why: "dossier_not_found" } })).toContain(
      "Chưa tìm thấy hồ sơ này.",
    );
    const scanned = shown({ ticketId: null, adding: { status: "refused", why: "no_code" } });
    expect(scanned).toContain("Đây không phải là mã hồ sơ.");
    expect(scanned).not.toContain("dossier-panel");
  });
});

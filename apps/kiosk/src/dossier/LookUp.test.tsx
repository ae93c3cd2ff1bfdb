import type { DossierView } from "@luot/contract";
import { createI18n, type Language } from "@luot/i18n";
import { AppProviders } from "@luot/ui";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { DossierScreen, More, Refusal } from "../flow/Screen.ts";
import { hallStanding } from "../hall/hallStanding.ts";
import { HubProvider } from "../hub/HubContext.ts";
import type { Issuer } from "../hub/issuerOf.ts";
import { aHall, T0 } from "../testing/aCentre.ts";
import { aDossier, someDetails } from "../testing/aDossier.ts";
import { createFakeHub } from "../testing/FakeHub.ts";
import { LookUp, type LookUpScreen } from "./LookUp.tsx";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const WORDS = { vi: createI18n("vi"), en: createI18n("en") };

interface Shown {
  readonly at?: number;
  readonly language?: Language;
  readonly issuer?: Issuer;
}

function shown(screen: LookUpScreen, { at = T0, language = "vi", issuer = "hub" }: Shown): string {
  const hall = aHall({ issued: { "finance-submit/1": 3 } });
  const { hub } = createFakeHub({}, []);
  return renderToString(
    <AppProviders i18n={WORDS[language]}>
      <HubProvider hub={hub}>
        <LookUp
          screen={screen}
          hall={hall}
          standing={hallStanding(at, hall.settings, hall.view)}
          issuer={issuer}
          dispatch={() => {}}
          take={() => {}}
          newId={hub.newId}
          canScan
          now={at}
        />
      </HubProvider>
    </AppProviders>,
  ).replaceAll("<!-- -->", "");
}

const CLOSED: More = { kind: "closed" };
const sheet = (dossier: DossierView): DossierScreen => ({
  step: "dossier",
  dossier,
  page: 0,
  more: CLOSED,
});
const unfound = (code: Refusal): LookUpScreen => ({ step: "unfound", code, text: "" });
const typing = (text: string): string => shown({ step: "typing", text }, {});
const isOffered = (html: string): boolean =>
  /<button[^>]*data-testid="look-up"[^>]*>/.exec(html)?.[0].includes("disabled") === false;
const takeButton = (html: string): string =>
  /<button[^>]*data-testid="take-for-dossier"[^>]*>/.exec(html)?.[0] ?? "";

describe("a dossier at the kiosk", () => {
  it.each<[NonNullable<DossierView["status"]>, string, string, string]>([
    ["1", "Hồ sơ đang chờ tiếp nhận", "Mới đăng ký", "chưa cần làm gì"],
    ["2", "Hồ sơ đã được tiếp nhận", "Được tiếp nhận", "chưa cần làm gì"],
    ["3", "Hồ sơ không được tiếp nhận", "Không được tiếp nhận", "hỏi cán bộ hướng dẫn"],
    ["4", "Hồ sơ đang được xử lý", "Đang xử lý", "chưa cần làm gì"],
    ["5", "Hồ sơ cần bổ sung giấy tờ", "Yêu cầu bổ sung giấy tờ", "Lấy số bổ sung hồ sơ"],
    ["6", "Hồ sơ cần nộp phí", "Yêu cầu thực hiện nghĩa vụ tài chính", "Lấy số nộp phí"],
    ["7", "Hồ sơ đã rút", "Công dân yêu cầu rút hồ sơ", "hỏi cán bộ hướng dẫn"],
    ["8", "Hồ sơ đã dừng xử lý", "Dừng xử lý", "hỏi cán bộ hướng dẫn"],
    ["9", "Hồ sơ đã có kết quả", "Đã xử lý xong", "Lấy số nhận kết quả"],
    ["10", "Hồ sơ đã trả kết quả", "Đã trả kết quả", "không cần làm gì thêm"],
  ])("in state %s says %s, the state %s, and what to do: %s", (status, headline, word, next) => {
    const html = shown(sheet(aDossier(status, {})), {});
    for (const text of [headline, `Trạng thái: ${word}`, next]) expect(html).toContain(text);
    expect(html).toContain("Dữ liệu cập nhật lúc 24/11/2025 08:50");
  });

  it("shows the mask of its holder and the end of its code, never the whole", () => {
    const html = shown(sheet(aDossier("4", {})), {});
    for (const text of ["Nguyễn T** D** V**", "…0003", "Sở Tư pháp", "25/11/2025 16:00"])
      expect(html).toContain(text);
    expect(html).not.toContain("H56.29-251119");
  });

  it.each<[Partial<DossierView>, string]>([
    [{ light: "on_time", daysLeft: 4 }, "Còn hạn"],
    [{ light: "due_soon", daysLeft: 0 }, "Sắp đến hạn"],
    [{ light: "overdue", daysLeft: -3 }, "quá hạn 3 ngày làm việc"],
    [{ light: "overdue", daysLeft: 0 }, "quá hạn từ hôm nay"],
  ])("with %j says how it stands with its time: %s", (change, words) => {
    expect(shown(sheet(aDossier("4", change)), {})).toContain(words);
  });

  it("says sorry when it is late, and names the new day or that there is none", () => {
    const late = { light: "overdue", daysLeft: -3 } as const;
    expect(shown(sheet(aDossier("4", late)), {})).toContain("chưa báo ngày hẹn trả mới");
    const newDueAt = T0 + 4 * DAY_MS;
    const again = aDossier("4", { light: "on_time", daysLeft: 4, newDueAt, reappointments: 1 });
    const html = shown(sheet(again), {});
    expect(html).toContain("Xin lỗi ông/bà: kết quả chậm hơn đã hẹn");
    expect(html).toContain("Ngày hẹn trả mới: 28/11/2025 09:00");
    expect(html).not.toContain("Đã hẹn lại");
    const twice = aDossier("4", { ...again, reappointments: 2 });
    expect(shown(sheet(twice), {})).toContain("Đã hẹn lại 2 lần.");
  });

  it("owes nobody an apology once the work is done", () => {
    const done = aDossier("9", { newDueAt: T0 - DAY_MS, reappointments: 1 });
    expect(shown(sheet(done), {})).not.toContain("Xin lỗi");
  });

  it("offers no number where nothing can be done today", () => {
    const html = shown(sheet(aDossier("4", {})), {});
    expect(html).toContain("Không cần lấy số.");
    expect(takeButton(html)).toBe("");
    expect(html).toContain('data-testid="dossier-done"');
  });

  it("asks nobody for a fee that is paid", () => {
    const wait = { kind: "wait", serviceId: null, isElsewhere: false, place: null } as const;
    const paid = aDossier("6", { fee: { amount: 150_000, isPaid: true }, next: wait });
    const html = shown(sheet(paid), {});
    expect(html).toContain("Đã nộp phí, hồ sơ đang chờ xử lý");
    expect(html).toContain("150.000\u00a0đ · Đã thanh toán");
  });

  it("sends to another place where the result is handed out there", () => {
    const next = {
      kind: "collect",
      serviceId: null,
      isElsewhere: true,
      place: null,
    } as const;
    const html = shown(sheet(aDossier("9", { next })), {});
    expect(html).toContain("Nơi trả ghi trên Giấy tiếp nhận");
    expect(takeButton(html)).toBe("");
  });

  it("tells nobody to take a number where the centre has no line for it", () => {
    const next = { kind: "collect", serviceId: null, isElsewhere: false, place: null } as const;
    const html = shown(sheet(aDossier("9", { next })), {});
    expect(html).toContain("Mời gặp cán bộ hướng dẫn tại sảnh.");
    expect(html).not.toContain("lấy số để nhận kết quả");
  });

  it("gives a number by one touch while numbers are given, else says why not", () => {
    const screen = sheet(aDossier("9", {}));
    expect(takeButton(shown(screen, {}))).not.toContain("disabled");
    for (const html of [
      shown(screen, { at: T0 + 9 * HOUR_MS }),
      shown(screen, { issuer: "nobody" }),
    ]) {
      expect(takeButton(html)).toContain("disabled");
      expect(html).toContain('data-testid="no-numbers"');
    }
  });

  it("gives none of a line whose numbers are gone", () => {
    const next = {
      kind: "supplement",
      serviceId: "finance-submit",
      isElsewhere: false,
      place: null,
    } as const;
    const html = shown(sheet(aDossier("5", { next })), {});
    expect(takeButton(html)).toContain("disabled");
    expect(html).toContain("Đã hết số tiếp nhận của buổi này");
  });

  it("warns that its data is old", () => {
    const html = shown(sheet(aDossier("9", { isStale: true, asOf: T0 - 3 * DAY_MS })), {});
    expect(html).toContain('data-testid="stale"');
    expect(html).toContain("Dữ liệu cập nhật lúc 21/11/2025 09:00");
  });

  it("keeps many papers for a screen of their own, from which one comes back", () => {
    const missing = Array.from({ length: 9 }, (_, at) => `Giấy ${at + 1}`);
    const screen = sheet(aDossier("5", { missing }));
    expect(shown(screen, {})).toContain("Xem 9 giấy tờ còn thiếu");
    expect(shown(screen, {})).not.toContain("Giấy 1<");
    expect(shown({ ...screen, page: 1 }, {})).toMatch(/Giấy 7<.*Trang 1 \/ 2/s);
    expect(shown({ ...screen, page: 2 }, {})).toMatch(/Giấy 9<.*Trang 2 \/ 2/s);
  });

  it("says a state nobody knows as what it is", () => {
    const html = shown(sheet(aDossier("4", { status: null, timeline: [] })), {});
    expect(html).toContain("Chưa rõ hồ sơ đang ở bước nào");
    expect(html).not.toContain("Trạng thái");
  });

  it("speaks English", () => {
    const html = shown(sheet(aDossier("5", {})), { language: "en" });
    for (const text of ["More papers are needed", "1 working day left", "Take a number to add"])
      expect(html).toContain(text);
    expect(html).not.toMatch(/Hồ sơ|Lấy số|Xem thêm/);
  });
});

describe("the second factor", () => {
  it("shows how many digits were typed, never which", () => {
    const more: More = { kind: "asking", digits: "48", refusal: "wrong_factor" };
    const html = shown({ ...sheet(aDossier("4", {})), more }, {});
    expect(html).toContain("Đã nhập 2 chữ số");
    expect(html).toContain("Bốn số này không khớp với hồ sơ.");
    expect(html).not.toMatch(/>48|"48"/);
  });

  it("opens the history, the masked phone and where the result is", () => {
    const more: More = { kind: "open", details: someDetails({}) };
    const html = shown({ ...sheet(aDossier("4", {})), more }, {});
    for (const text of ["09** *** 678", "Tại trung tâm này", "20/11/2025 09:00"])
      expect(html).toContain(text);
  });
});

describe("no dossier", () => {
  it.each<[Refusal, string]>([
    ["dossier_not_found", "Chưa tìm thấy hồ sơ này"],
    ["rate_limited", "Máy tạm dừng tra cứu"],
    ["too_many_attempts", "thử lại sau ít phút, hoặc gặp cán bộ hướng dẫn."],
    ["unavailable", "Chưa tra cứu được lúc này"],
    ["internal", "Chưa tra cứu được lúc này"],
    ["disconnected", "Máy đang mất kết nối máy chủ."],
  ])("for %s says: %s", (code, words) => {
    const html = shown(unfound(code), {});
    expect(html).toContain(words);
    for (const testId of ["take-instead", "call-help"])
      expect(html).toContain(`data-testid="${testId}"`);
    expect(shown(unfound(code), { issuer: "nobody" })).not.toContain("take-instead");
  });

  it("lets somebody type again", () => {
    for (const code of ["dossier_not_found", "unavailable", "disconnected"] as const)
      expect(shown(unfound(code), {})).toContain('data-testid="type-again"');
  });

  it("when it pauses after many codes offers a person first, and a number", () => {
    const html = shown(unfound("rate_limited"), {});
    expect(html).not.toContain("nhiều hồ sơ");
    expect(html).not.toContain("type-again");
    for (const testId of ["call-help-now", "take-instead"])
      expect(html).toContain(`data-testid="${testId}"`);
  });

  it("after three tries calls a person first", () => {
    expect(shown({ step: "lost" }, {})).toContain('data-testid="call-help-now"');
  });
});

describe("a code that is typed", () => {
  it("is said back as it is read", () => {
    const html = typing("h56.29 251119 0003");
    expect(html).toContain("H56.29-251119-0003");
    expect(html).toContain("nhận ngày 19/11/2025");
    expect(isOffered(html)).toBe(true);
  });

  it("is doubted when its day has not come, and asked nobody when it may be an identity", () => {
    expect(typing("H56.29-251219-0003")).toContain("Mã hồ sơ không hợp lệ");
    expect(typing("001099000001")).toContain("Máy không tra cứu bằng số căn cước.");
    for (const text of ["", "H56", "001099000001"]) expect(isOffered(typing(text))).toBe(false);
  });
});

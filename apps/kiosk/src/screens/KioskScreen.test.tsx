import type { PrinterState } from "@luot/contract";
import { createI18n, type Language } from "@luot/i18n";
import { AppProviders } from "@luot/ui";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { startFlow } from "../flow/kioskFlow.ts";
import type { Screen } from "../flow/Screen.ts";
import type { PaperStanding } from "../flow/paperStanding.ts";
import { hallStanding } from "../hall/hallStanding.ts";
import { HubProvider } from "../hub/HubContext.ts";
import type { Issuer } from "../hub/issuerOf.ts";
import { aHall, T0 } from "../testing/aCentre.ts";
import { createFakeHub } from "../testing/FakeHub.ts";
import { KioskScreen } from "./KioskScreen.tsx";

const ticket = {
  ticketId: "t",
  label: "A012",
  serviceId: "a-submit",
  class: "normal",
  issuedAt: T0,
  ahead: 10,
  estimate: { lowMs: 1_200_000, middleMs: 1_500_000, highMs: 1_800_000 },
  token: "TOKEN",
} as const;
const group: Screen = { step: "group", page: 0 };
const confirm: Screen = {
  step: "confirm",
  agencyId: "justice",
  serviceId: "a-submit",
  reasonId: "old",
  page: 0,
  before: null,
};

const onTicket = (paper: PaperStanding): Screen => ({ step: "ticket", ticket, paper });

function shown(
  screen: Screen,
  {
    at = T0,
    language = "vi",
    issuer = "hub",
    devices = null,
    printer = "ready",
  }: {
    readonly at?: number;
    readonly language?: Language;
    readonly issuer?: Issuer;
    readonly devices?: "up" | "down" | null;
    readonly printer?: PrinterState | null;
  },
): string {
  const hall = { ...aHall({}), isCurrent: issuer !== "kiosk" };
  const { hub } = createFakeHub({ printer }, []);
  const kiosk = {
    flow: { ...startFlow(0), screen },
    dispatch: () => {},
    take: () => {},
    askCopy: () => {},
    newId: hub.newId,
  };
  return renderToString(
    <AppProviders i18n={createI18n(language)}>
      <HubProvider hub={hub}>
        <KioskScreen
          kiosk={kiosk}
          hall={hall}
          standing={hallStanding(at, hall.settings, hall.view)}
          devices={devices}
          issuer={issuer}
          origin="http://hub.local"
          now={at}
        />
      </HubProvider>
    </AppProviders>,
  ).replaceAll("<!-- -->", "");
}

describe("KioskScreen", () => {
  it("offers six agencies at a time, and the way to the others", () => {
    const html = shown(group, {});
    expect(html.match(/data-testid="group-/g)).toHaveLength(6);
    expect(html).toContain("Trang 1 / 2");
    for (const way of ["open-search", "open-look-up", "call-help"])
      expect(html).toContain(`data-testid="${way}"`);
  });

  it.each<[string, number]>([
    ["open", T0],
    ["closed", T0 + 9 * 3_600_000],
  ])("says while the hall is %s that a receipt can be scanned, where devices are", (_name, at) => {
    const words = "Có Giấy tiếp nhận? Mời đưa mã vào máy quét.";
    expect(shown(group, { at, devices: "up" })).toContain(words);
    expect(shown(group, { at })).not.toContain(words);
    expect(shown(group, { at, devices: "up", language: "en" })).toContain(
      "Have a receipt? Hold its code up to the scanner.",
    );
  });

  it("shows what somebody gets before the number is taken, and the reason chosen", () => {
    const html = shown(confirm, {});
    for (const text of ["Các quầy 1, 2", "10 người chờ trước", "LẤY SỐ", "Quay lại"])
      expect(html).toContain(text);
    expect(html).toMatch(
      /aria-pressed="true"[^>]*data-testid="reason-old"|data-testid="reason-old"[^>]*aria-pressed="true"/,
    );
  });

  it("shows the number, who waits before, and the wait as a range", () => {
    const html = shown(onTicket({ kind: "printing", copy: 0 }), {});
    expect(html).toMatch(/data-testid="ticket-label"[^>]*>A012</);
    expect(html).toMatch(/data-testid="ticket-ahead"[^>]*>10</);
    expect(html).toContain("khoảng 20–30 phút");
  });

  it.each<[PaperStanding, string, boolean]>([
    [{ kind: "printing", copy: 0 }, "Phiếu đang in", false],
    [{ kind: "printed" }, "Phiếu đã in", false],
    [{ kind: "paperless", printer: "paper_out" }, "Máy hết giấy: chụp số trên màn hình", false],
    [{ kind: "paperless", printer: "offline" }, "Không in được phiếu: chụp số", false],
    [{ kind: "failed", copy: 0 }, "Phiếu chưa in được", true],
    [{ kind: "unknown", copy: 0 }, "Phiếu có thể chưa in xong", true],
    [{ kind: "printing", copy: 1 }, "Phiếu đang in", false],
    [{ kind: "failed", copy: 1 }, "sang máy bên cạnh", false],
    [{ kind: "unknown", copy: 1 }, "sang máy bên cạnh", false],
  ])("says how the paper stands: %o", (paper, words, canAskAgain) => {
    const html = shown(onTicket(paper), {});
    expect(html).toContain(words);
    expect(html.includes('data-testid="print-again"')).toBe(canAskAgain);
    expect(html).toMatch(/data-testid="ticket-label"[^>]*>A012</);
  });

  it.each<[PrinterState | null, string | null]>([
    ["ready", null],
    ["paper_low", null],
    ["unknown", null],
    [null, null],
    ["paper_out", "Máy hết giấy"],
    ["cover_open", "Máy in đang gặp sự cố"],
    ["offline", "Máy in đang gặp sự cố"],
  ])(
    "warns before a number is taken that a printer which is %s gives no paper",
    (printer, words) => {
      const html = shown(confirm, { printer });
      expect(html.includes("paper-warning")).toBe(words !== null);
      expect(html).toContain(words ?? "LẤY SỐ");
    },
  );

  it("says before a number is taken that a kiosk without a printer gives no paper", () => {
    expect(shown(confirm, { printer: null })).toContain("Máy này không in phiếu");
    expect(shown(confirm, { printer: "ready" })).not.toContain("Máy này không in phiếu");
  });

  it("speaks English on the same screens", () => {
    expect(shown(confirm, { language: "en" })).toContain("10 people ahead");
  });

  it("says plainly that no numbers are given while the hub is lost", () => {
    const html = shown(group, { issuer: "nobody" });
    expect(html).toContain("Máy tạm thời không phát số");
    expect(html).not.toContain("group-");
  });

  it.each([
    ["the agencies", group, "group-justice"],
    ["the services", { step: "service", agencyId: "justice", page: 0 } as const, "service-a-pay"],
    ["the number", confirm, "take-number"],
  ])("offers %s also while cut off, says so, and tells no wait", (_name, screen, testId) => {
    const html = shown(screen, { issuer: "kiosk" });
    expect(html).toContain("Mất kết nối máy chủ, vẫn lấy số được");
    expect(html).toContain(`data-testid="${testId}"`);
    expect(html).not.toMatch(/\d người|phút/);
  });

  it("says of its own number that it counts like any other, and guesses no wait", () => {
    const own = { ...ticket, label: "BK1-01", ahead: null, estimate: null, token: null };
    const screen = { step: "ticket", ticket: own, paper: { kind: "printed" } } as const;
    const html = shown(screen, { issuer: "kiosk" });
    expect(html).toMatch(/data-testid="ticket-label"[^>]*>BK1-01</);
    expect(html).toContain("Số này có giá trị như mọi số khác.");
    expect(html).not.toMatch(/ticket-ahead|ticket-estimate|Mã QR/);
  });

  it("does not point to a code that its own number has not", () => {
    const own = { ...ticket, label: "BK1-01", ahead: null, estimate: null, token: null };
    const papers: PaperStanding[] = [
      { kind: "failed", copy: 0 },
      { kind: "unknown", copy: 0 },
      { kind: "paperless", printer: "paper_out" },
      { kind: "paperless", printer: "offline" },
    ];
    for (const paper of papers) {
      const html = shown({ step: "ticket", ticket: own, paper }, { issuer: "kiosk" });
      expect(html).toContain("chụp số trên màn hình");
      expect(html).not.toContain("QR");
    }
  });

  it("says that it starts while the process of the devices is gone, but not over a number", () => {
    for (const screen of [group, confirm])
      expect(shown(screen, { devices: "down", issuer: "nobody" })).toContain("Máy đang khởi động");
    const html = shown(onTicket({ kind: "printed" }), { devices: "down", issuer: "nobody" });
    expect(html).toContain("A012");
  });

  it.each<["ticket" | "unknown", Issuer, string]>([
    ["ticket", "hub", "Mời ông/bà chờ được gọi."],
    ["unknown", "kiosk", "Không đọc được mã này"],
  ])("says of a scanned %s, numbers given by the %s, what to do next", (what, issuer, words) => {
    const html = shown({ step: "scanned", what }, { issuer });
    expect(html).toContain(words);
    for (const testId of ["scanned-take", "call-help"])
      expect(html).toContain(`data-testid="${testId}"`);
  });

  it("offers no number to who scans where none is given", () => {
    const scan: Screen = { step: "scanned", what: "unknown" };
    expect(shown(scan, { issuer: "nobody" })).not.toContain("scanned-take");
    expect(shown(scan, { at: T0 + 9 * 3_600_000 })).not.toContain("scanned-take");
  });

  it("says when it opens again outside of hours, but shows a ticket to its end", () => {
    const at = T0 + 9 * 3_600_000;
    for (const issuer of ["hub", "kiosk"] as const)
      expect(shown(group, { at, issuer })).toContain("Phát số lại lúc 07:30 ngày 25/11/2025");
    expect(shown(onTicket({ kind: "printing", copy: 0 }), { at })).toContain("A012");
  });

  it("begins again when new settings took the chosen service away", () => {
    const html = shown({ ...confirm, serviceId: "gone" }, {});
    expect(html).toContain("Ông/bà cần làm gì?");
  });
});

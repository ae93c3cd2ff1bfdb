import type { LauncherState } from "@luot/contract";
import { createI18n, type Language } from "@luot/i18n";
import { AppProviders } from "@luot/ui";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { aLauncher } from "../testing/aLauncher.ts";
import type { LauncherError } from "./LauncherAction.ts";
import { LauncherView } from "./LauncherView.tsx";

interface Situation {
  readonly language?: Language;
  readonly isLost?: boolean;
  readonly error?: LauncherError | null;
}

function shown(state: LauncherState | null, situation: Situation): string {
  const { language = "vi", isLost = false, error = null } = situation;
  return renderToString(
    <AppProviders i18n={createI18n(language)}>
      <LauncherView
        state={state}
        settings={null}
        timeZone="Asia/Ho_Chi_Minh"
        isLost={isLost}
        address="http://localhost:7410"
        actions={{ run: () => {}, error, forgetError: () => {} }}
      />
    </AppProviders>,
  ).replaceAll("<!-- -->", "");
}

describe("the launcher on the hub's own machine", () => {
  const html = shown(aLauncher({}, {}), {});

  it("shows the day, the figures and the printer", () => {
    for (const text of ["24/11/2025", ">31<", ">12<", "Sẵn sàng", "1 giờ 5 phút", "7 đang kết nối"])
      expect(html).toContain(text);
  });

  it("gives accounts, alarms and devices their hooks", () => {
    for (const id of [
      "launcher-state",
      "account-canbo1",
      "account-canbo1-password",
      "alarm-help_wanted:Sảnh",
      "device-d1",
    ])
      expect(html).toContain(`data-testid="${id}"`);
  });

  it("opens every screen in a tab of its own", () => {
    const links = html.match(/<a [^>]*>/g) ?? [];
    for (const to of ["/kiosk/", "/display/", "/counter/?counter=q03", "/display/?counter=q01"])
      expect(links.some((link) => link.includes(`href="${to}"`))).toBe(true);
    expect(links.every((link) => link.includes('target="_blank"'))).toBe(true);
    expect(html).toContain('href="/printer"');
  });

  it("says the same in English", () => {
    const english = shown(aLauncher({}, {}), { language: "en" });
    for (const text of ["Giving out numbers", "Try it now", "Help wanted at Sảnh"])
      expect(english).toContain(text);
  });

  it("asks to confirm a clock that jumped", () => {
    expect(html).not.toContain("confirm-clock");
    expect(shown(aLauncher({}, { isClockSuspect: true }), {})).toContain("confirm-clock");
  });
});

describe("the launcher on another machine", () => {
  const away = { isLocal: false, accounts: [], devices: [], pairings: [] };
  const html = shown(aLauncher(away, { isClockSuspect: true }), {});

  it("says what only the hub's own machine can do, and where that is", () => {
    expect(html).toContain('data-testid="not-local"');
    expect(html).toContain("http://localhost:7410");
  });

  it("still shows the state and the links, but nothing that would be refused", () => {
    expect(html).toContain('data-testid="launcher-state"');
    expect(html).toContain('href="/kiosk/"');
    for (const refused of ["Thu hồi<", "Đã xử lý", "confirm-clock", 'href="/printer"'])
      expect(html).not.toContain(refused);
  });
});

describe("the launcher in trouble", () => {
  it("says that the hub is silent, with what it last knew", () => {
    const html = shown(aLauncher({}, {}), { isLost: true });
    expect(html).toContain('data-testid="hub-lost"');
    expect(html).toContain(">31<");
  });

  it("says why something was not done", () => {
    expect(shown(aLauncher({}, {}), { error: "unknown_code" })).toContain("Mã này không còn");
  });

  it("says that it asks before a first answer", () => {
    expect(shown(null, {})).toContain("Đang hỏi máy chủ");
  });

  it("names the printer's trouble and that nobody is served now", () => {
    const html = shown(aLauncher({}, { printer: "paper_out", isOpen: false, day: null }), {});
    for (const text of ["Hết giấy", "Ngoài giờ nhận số", "chưa mở ngày nào"])
      expect(html).toContain(text);
  });
});

import { createI18n, type Language } from "@luot/i18n";
import { AppProviders } from "@luot/ui";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type Screen, startFlow } from "../flow/kioskFlow.ts";
import { hallStanding } from "../hall/hallStanding.ts";
import { HubProvider } from "../hub/HubContext.ts";
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
};

function shown(
  screen: Screen,
  {
    at = T0,
    language = "vi",
    isConnected = true,
  }: {
    readonly at?: number;
    readonly language?: Language;
    readonly isConnected?: boolean;
  },
): string {
  const hall = aHall({});
  const { hub } = createFakeHub({}, []);
  const kiosk = {
    flow: { ...startFlow(0), screen },
    dispatch: () => {},
    take: () => {},
    newId: hub.newId,
  };
  return renderToString(
    <AppProviders i18n={createI18n(language)}>
      <HubProvider hub={hub}>
        <KioskScreen
          kiosk={kiosk}
          hall={hall}
          standing={hallStanding(at, hall.settings, hall.view)}
          isConnected={isConnected}
          origin="http://hub.local"
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
    const html = shown({ step: "ticket", ticket }, {});
    expect(html).toMatch(/data-testid="ticket-label"[^>]*>A012</);
    expect(html).toMatch(/data-testid="ticket-ahead"[^>]*>10</);
    expect(html).toContain("khoảng 20–30 phút");
  });

  it("speaks English on the same screens", () => {
    expect(shown(confirm, { language: "en" })).toContain("10 people ahead");
  });

  it("says plainly that no numbers are given while the hub is lost", () => {
    const html = shown(group, { isConnected: false });
    expect(html).toContain("Máy tạm thời không phát số");
    expect(html).not.toContain("group-");
  });

  it("says when it opens again outside of hours, but shows a ticket to its end", () => {
    const at = T0 + 9 * 3_600_000;
    expect(shown(group, { at })).toContain("Phát số lại lúc 07:30 ngày 25/11/2025");
    expect(shown({ step: "ticket", ticket }, { at })).toContain("A012");
  });

  it("begins again when new settings took the chosen service away", () => {
    const html = shown({ ...confirm, serviceId: "gone" }, {});
    expect(html).toContain("Ông/bà cần làm gì?");
  });
});

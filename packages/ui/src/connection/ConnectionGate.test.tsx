import { createI18n } from "@luot/i18n";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AppProviders } from "../frame/AppProviders.tsx";
import { ConnectionGate } from "./ConnectionGate.tsx";
import type { ConnectionSeen } from "./connectionWord.ts";

const LIVE: ConnectionSeen = {
  connection: "live",
  isStale: false,
  pairingCode: null,
  refusal: null,
  view: {},
  seq: 1,
};

function shown(change: Partial<ConnectionSeen>, whileLost: "strip" | "nothing"): string {
  return renderToString(
    <AppProviders i18n={createI18n("vi")}>
      <ConnectionGate
        state={{ ...LIVE, ...change }}
        device="counter"
        place="Quầy 5"
        hubAddress="http://hub.local:7410"
        whileLost={whileLost}
      >
        <p>the screen</p>
      </ConnectionGate>
    </AppProviders>,
  );
}

describe("ConnectionGate", () => {
  it("shows the screen alone while in step", () => {
    const html = shown({}, "strip");
    expect(html).toContain("the screen");
    expect(html).not.toContain("connection-lost");
  });

  it("keeps the screen while the connection is lost or silent, and says so", () => {
    for (const lost of [{ connection: "reconnecting" }, { isStale: true }] as const) {
      expect(shown(lost, "strip")).toMatch(/the screen.*connection-lost/s);
      expect(shown(lost, "nothing")).not.toContain("connection-lost");
    }
  });

  it("shows the pairing code, what for, and where to confirm it", () => {
    const html = shown({ connection: "pairing", pairingCode: "402913", view: null }, "strip");
    for (const text of ["402913", "Máy tại quầy · Quầy 5", "http://hub.local:7410"])
      expect(html).toContain(text);
    expect(html).not.toContain("the screen");
  });

  it("says why the hub turned it away, also when it had a view before", () => {
    const html = shown({ connection: "refused", refusal: "protocol_too_old" }, "strip");
    expect(html).toContain("Màn hình này đã cũ so với máy chủ.");
    expect(html).toMatch(/data-state="refused"/);
  });

  it("waits for the first view", () => {
    const html = shown({ connection: "connecting", view: null }, "strip");
    expect(html).toContain("Đang kết nối với máy chủ");
  });
});

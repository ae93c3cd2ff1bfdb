import { describe, expect, it } from "vitest";
import { isAllowedPermission } from "./isAllowedPermission.ts";
import { isAllowedRequest } from "./isAllowedRequest.ts";
import { isOwnFrame } from "./isOwnFrame.ts";

const HUB = "http://192.168.1.10:7410";

describe("isAllowedRequest", () => {
  it.each([
    "app://luot/kiosk/index.html",
    `${HUB}/api/settings/1`,
    "ws://192.168.1.10:7410/socket.io/?EIO=4",
    "data:image/png;base64,AA",
    "blob:app://luot/1234",
  ])("lets %s through", (address) => {
    expect(isAllowedRequest(address, HUB)).toBe(true);
  });

  it.each([
    "file:///etc/passwd",
    "http://192.168.1.10:7411/",
    "http://192.168.1.10.evil.example:7410/",
    "https://192.168.1.10:7410/",
    "https://example.com/",
    "app://other/kiosk/",
    "blob:http://example.com/1",
    "devtools://devtools/bundled/inspector.html",
    "chrome://gpu",
    "not an address",
  ])("stops %s", (address) => {
    expect(isAllowedRequest(address, HUB)).toBe(false);
  });

  it("knows no hub before one was chosen", () => {
    expect(isAllowedRequest(`${HUB}/health`, null)).toBe(false);
    expect(isAllowedRequest("app://luot/kiosk/", null)).toBe(true);
  });
});

describe("isOwnFrame", () => {
  const url = "app://luot/kiosk/";

  it("takes the screen's own page, with any query", () => {
    expect(isOwnFrame({ url: `${url}?a=1`, isTop: true }, "kiosk")).toBe(true);
    expect(isOwnFrame({ url: `${url}index.html`, isTop: true }, "kiosk")).toBe(true);
  });

  it.each([
    ["a frame in the page", { url, isTop: false }],
    ["a frame that is gone", null],
    ["another screen", { url: "app://luot/counter/", isTop: true }],
    ["another host", { url: "app://evil/kiosk/", isTop: true }],
    ["the hub's own page", { url: `${HUB}/kiosk/`, isTop: true }],
    ["a name before the host", { url: "app://luot@evil/kiosk/", isTop: true }],
    ["a file", { url: "file:///app://luot/kiosk/", isTop: true }],
    ["no address", { url: "", isTop: true }],
  ])("refuses %s", (_name, frame) => {
    expect(isOwnFrame(frame, "kiosk")).toBe(false);
  });
});

describe("isAllowedPermission", () => {
  it("gives the app's own pages the way to the hub, and nothing else", () => {
    expect(isAllowedPermission("local-network-access", "app://luot")).toBe(true);
    expect(isAllowedPermission("loopback-network", "app://luot/")).toBe(true);
    for (const permission of ["media", "geolocation", "fullscreen", "hid", "openExternal", "x"])
      expect(isAllowedPermission(permission, "app://luot")).toBe(false);
  });

  it("gives nothing to others", () => {
    for (const origin of ["http://192.168.1.10:7410", "app://luot.evil", "null", ""])
      expect(isAllowedPermission("local-network", origin)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { browserArguments, explainMissingBrowser, usualBrowserPlaces } from "./browser.mjs";

describe("browserArguments", () => {
  it("leaves Chromium's sandbox on unless root runs it", () => {
    expect(browserArguments({ isRoot: false })).not.toContain("--no-sandbox");
    expect(browserArguments({ isRoot: true })).toContain("--no-sandbox");
  });
});

describe("usualBrowserPlaces", () => {
  it("looks only under the folders that Windows names", () => {
    const places = usualBrowserPlaces("win32", { LOCALAPPDATA: "C:\\Local" });
    expect(places[0]).toBe("C:\\Local\\Google\\Chrome\\Application\\chrome.exe");
    expect(places.filter((place) => !place.startsWith("C:\\Local"))).toEqual([]);
  });

  it("looks among the user's own applications on macOS too", () => {
    const place = "/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium";
    expect(usualBrowserPlaces("darwin", { HOME: "/Users/a" })).toContain(place);
  });
});

describe("explainMissingBrowser", () => {
  it("names the variable that points at a browser, and the system's own way", () => {
    expect(explainMissingBrowser("linux")).toContain("LUOT_CHROMIUM");
    expect(explainMissingBrowser("linux")).toContain("apt-get install chromium");
    expect(explainMissingBrowser("win32")).toContain("Google Chrome");
  });
});

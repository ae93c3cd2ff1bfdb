import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { electronFolder } from "@luot/shell/testing";
import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildKioskApp, groups, KioskInShell } from "../testing/KioskInShell.ts";

// What somebody in front of a kiosk can try: keys, a scanner that types, touches, drags.

const hasElectron = electronFolder() !== null;
const SETTLE_MS = 150;
let kiosk: KioskInShell;
let page: Page;
let wire: CDPSession;

beforeAll(async () => {
  if (!hasElectron) return;
  buildKioskApp();
  kiosk = await KioskInShell.prepare();
  page = await kiosk.open();
  await kiosk.setUp(page);
  wire = await page.context().newCDPSession(page);
  await wire.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 5 });
});

afterAll(async () => {
  if (hasElectron) await kiosk?.end();
});

beforeEach(async () => {
  if (!hasElectron) return;
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { isSamePage: true, heard });
    window.addEventListener("keydown", (event) => heard.push(event.key));
    window.addEventListener("keyup", (event) => heard.push(event.key));
    window.addEventListener("contextmenu", (event) => heard.push(`menu ${event.defaultPrevented}`));
  });
});

/** What the page heard since the attempt began, once there was time for it. */
async function heard(): Promise<readonly string[]> {
  await page.waitForTimeout(SETTLE_MS);
  return page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

/** How things stand, which no attempt may change. */
async function standing(): Promise<unknown> {
  await page.waitForTimeout(SETTLE_MS);
  const windows = await kiosk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      url: window.webContents.getURL(),
      isKiosk: window.isKiosk(),
      isMinimized: window.isMinimized(),
      hasDevTools: window.webContents.isDevToolsOpened(),
      zoom: window.webContents.getZoomFactor(),
    })),
  );
  const inPage = await page.evaluate(() => ({
    isSamePage: "isSamePage" in window,
    scale: visualViewport?.scale,
  }));
  return { windows, inPage, isShown: await page.locator("#app-root").isVisible() };
}

const UNCHANGED = {
  windows: [
    {
      url: "app://luot/kiosk/",
      isKiosk: true,
      isMinimized: false,
      hasDevTools: false,
      zoom: 1,
    },
  ],
  inPage: { isSamePage: true, scale: 1 },
  isShown: true,
};

/** As Electron spells keys: https://www.electronjs.org/docs/latest/api/accelerator */
const SHORTCUTS = [
  "F1 F5 F7 F10 F11 F12 Alt+F4 PrintScreen VolumeUp MediaPlayPause Control+R",
  "Control+Shift+R Control+F5 Control+W Control+Q Control+N Control+T Control+O",
  "Control+P Control+S Control+U Control+F Control+J Control+C Control+V Control+L",
  "Control+Shift+I Control+Shift+J Control+Shift+C Control+Shift+Delete Control+=",
  "Control+- Control+0 Control+Tab Control+Alt+T Control+Escape Control+Alt+Delete",
  "Alt+Tab Alt+Left Alt+Right Alt+Home Alt+Space Alt+D Meta+R Meta+L Meta+Tab",
].flatMap((line) => line.split(" "));

/**
 * Presses keys as a keyboard does. Playwright's own key presses go to the page past the app, so
 * they would show nothing.
 */
async function press(keys: string): Promise<void> {
  const parts = keys.split("+");
  const key = { keyCode: parts.at(-1) ?? "", modifiers: parts.slice(0, -1) };
  await kiosk.app.evaluate(({ BrowserWindow }, { keyCode, modifiers }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const held = modifiers.map((name) => name.toLowerCase()) as ("alt" | "control")[];
    for (const type of ["keyDown", "char", "keyUp"] as const)
      if (type !== "char" || keyCode.length === 1)
        contents?.sendInputEvent({ type, keyCode, modifiers: held });
  }, key);
}

/** Two fingers, each so far from the middle. */
const spread = (apart: number): { x: number; y: number; id: number }[] =>
  [500 - apart, 500 + apart].map((x, id) => ({ x, y: 900, id }));

describe.skipIf(!hasElectron)("a kiosk against whoever stands before it", () => {
  it("lets what is written through, so that the refusals below mean something", async () => {
    for (const key of ["A", "Tab", "Backspace"]) await press(key);
    expect(await heard()).toEqual(["a", "a", "Tab", "Tab", "Backspace", "Backspace"]);
    await page.reload();
    await groups(page).first().waitFor();
  });

  it.each(SHORTCUTS)("does nothing at %s", async (keys) => {
    await press(keys);
    expect(await heard()).toEqual([]);
    expect(await standing()).toEqual(UNCHANGED);
  });

  it("does nothing when a scanner types an address and shortcuts", async () => {
    for (const key of ["Control+L", "Control+O", "Alt+F4", "Meta+R"]) await press(key);
    for (const key of "file:///etc/passwd") await press(key);
    for (const key of ["Escape", "Control+Shift+I", "F11"]) await press(key);
    expect(await standing()).toEqual(UNCHANGED);
  });

  it("shows no menu at a right click", async () => {
    await page.mouse.click(300, 300, { button: "right" });
    expect((await heard()).filter((word) => word !== "menu true")).toEqual([]);
    expect(await standing()).toEqual(UNCHANGED);
  });

  it("shows no menu at a long press", async () => {
    const point = { x: 300, y: 1_800 };
    await wire.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
    await page.waitForTimeout(1_000);
    await wire.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    expect((await heard()).filter((word) => word !== "menu true")).toEqual([]);
    expect(await standing()).toEqual(UNCHANGED);
  });

  it("does not grow under two fingers", async () => {
    await wire.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: spread(40) });
    for (const apart of [80, 140, 220, 320, 420])
      await wire.send("Input.dispatchTouchEvent", {
        type: "touchMove",
        touchPoints: spread(apart),
      });
    await wire.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    expect(await standing()).toEqual(UNCHANGED);
  });

  it("does not grow at a turn of the wheel with Control", async () => {
    await page.mouse.move(500, 900);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -500);
    await page.keyboard.up("Control");
    expect(await standing()).toEqual(UNCHANGED);
  });

  it.each([
    ["from the left edge", 2, 900],
    ["from the right edge", -900, 1_078],
  ])("does not go back at a swipe %s", async (_name, xDistance, x) => {
    await wire.send("Input.synthesizeScrollGesture", {
      x: Math.max(2, x),
      y: 900,
      xDistance,
      yDistance: 0,
      gestureSourceType: "touch",
      speed: 4_000,
    });
    expect(await standing()).toEqual(UNCHANGED);
  });

  it.each(["page", "address", "file"])("takes no %s that is dropped on it", async (kind) => {
    const folder = mkdtempSync(join(tmpdir(), "luot-drop-"));
    const file = join(folder, "evil.html");
    writeFileSync(file, "<title>evil</title>");
    const address = kind === "address" ? "https://example.com/" : "file:///etc/passwd";
    const items = kind === "file" ? [] : [{ mimeType: "text/uri-list", data: address }];
    const files = kind === "file" ? [file] : [];
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
      await wire.send("Input.dispatchDragEvent", {
        type,
        x: 500,
        y: 900,
        data: { items, files, dragOperationsMask: 1 },
      });
    expect(await standing()).toEqual(UNCHANGED);
    rmSync(folder, { recursive: true });
  });

  it("lets no text be selected or dragged", async () => {
    await page.mouse.move(100, 60);
    await page.mouse.down();
    await page.mouse.move(700, 900, { steps: 5 });
    await page.mouse.up();
    expect(await page.evaluate(() => String(getSelection()))).toBe("");
    expect(await standing()).toEqual(UNCHANGED);
  });

  it("ends a second one of itself and goes on", async () => {
    expect(await kiosk.openAgain()).toBe(0);
    expect(await standing()).toEqual(UNCHANGED);
  });

  it("does not close when the window manager asks", async () => {
    await kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await standing()).toEqual(UNCHANGED);
  });
});

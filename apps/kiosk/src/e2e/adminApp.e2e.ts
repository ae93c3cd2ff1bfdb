import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { silentLogger } from "@luot/kit";
import { electronFolder, keepTestPin, TEST_PIN } from "@luot/shell/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { announceHub } from "../../../hub/src/announce/announceHub.ts";
import { buildKioskApp, groups, KioskInShell, takeNumber } from "../testing/KioskInShell.ts";

// The administrator's way: the first PIN, the door that no citizen finds, and what is behind it.

const hasElectron = electronFolder() !== null;
/** Of mDNS, on this machine alone. */
const FIND_PORT = 53_531;
const FIND_HERE = `--find-on=127.0.0.1:${FIND_PORT}`;
const OTHER_PIN = "739164";
let kiosk: KioskInShell;
let page: Page;

beforeAll(async () => {
  if (!hasElectron) return;
  buildKioskApp();
  kiosk = await KioskInShell.prepareFresh();
  page = await kiosk.open([FIND_HERE]);
});

afterAll(async () => {
  if (hasElectron) await kiosk?.end();
});

/** By touch, as at a kiosk without a keyboard. */
async function tapPin(pin: string): Promise<void> {
  for (const digit of pin) await page.getByTestId(`pin-${digit}`).click();
  await page.getByTestId("pin-ok").click();
}

async function typePin(pin: string): Promise<void> {
  await page.keyboard.type(pin);
  await page.keyboard.press("Enter");
}

/** Taps the screen so often, in the pixels of the page. */
async function tap(count: number, x: number, y: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await page.mouse.click(x, y);
}

function cursorOver(selector: string): Promise<string> {
  return page.locator(selector).evaluate((element) => getComputedStyle(element).cursor);
}

async function openMenu(pin: string): Promise<void> {
  await tap(5, 20, 20);
  await page.getByTestId("pin-pad").waitFor();
  await typePin(pin);
  await page.getByTestId("admin-menu").waitFor();
}

async function shoot(name: string): Promise<void> {
  const folder = process.env["LUOT_SHOTS"];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `admin-${name}.png`) });
}

describe.skipIf(!hasElectron)("the administrator of a kiosk", () => {
  it("is shown a hub that says on the network that it is there, and taps it", async () => {
    const announced = announceHub({
      hub: { id: "a1b2c3d4", name: "Trung tâm thử", port: kiosk.hub.port },
      network: { interface: "127.0.0.1", bind: "0.0.0.0", port: FIND_PORT },
      log: silentLogger,
    });
    const hint = page.getByTestId("hub-hint");
    await hint.waitFor();
    expect(await hint.innerText()).toContain("Trung tâm thử");
    await shoot("hub-hint");
    await hint.click();
    expect(await page.getByTestId("hub-address").inputValue()).toMatch(
      new RegExp(`^[\\d.]+:${kiosk.hub.port}$`, "u"),
    );
    await announced.close();
    await page.getByTestId("hub-address").fill(`127.0.0.1:${kiosk.hub.port}`);
    await page.getByTestId("hub-address").press("Enter");
    await page.getByTestId("first-pin").waitFor();
  });

  it("must set a PIN first, and can't put it off", async () => {
    expect(await page.getByTestId("pin-leave").count()).toBe(0);
    await page.keyboard.press("Escape");
    await tap(5, 20, 20);
    await page.reload();
    await page.getByTestId("first-pin").waitFor();
    expect(await page.getByTestId("pairing-code").count()).toBe(0);
    await shoot("first-pin");
  });

  it("is told when a PIN is too easy or not the same twice, and keeps a good one", async () => {
    await tapPin("123456");
    await tapPin("123456");
    expect(await page.getByTestId("pin-refused").innerText()).toContain("quá dễ đoán");
    await typePin(TEST_PIN);
    await typePin(OTHER_PIN);
    expect(await page.getByTestId("pin-refused").innerText()).toContain("khác nhau");
    await typePin(TEST_PIN);
    await typePin(TEST_PIN);
    await kiosk.confirm(await page.getByTestId("pairing-code").innerText());
    await groups(page).first().waitFor();
    const kept = readFileSync(join(kiosk.userData, "admin.json"), "utf8");
    expect(kept).not.toContain(TEST_PIN);
    // From here on with a hash that costs less: a try takes half a second by design.
    keepTestPin(kiosk.userData);
  });

  it("is not met by a citizen who taps about", async () => {
    await tap(4, 20, 20);
    await tap(1, 500, 20);
    await tap(4, 20, 20);
    await tap(6, 1_060, 20);
    await tap(6, 20, 1_900);
    await tap(6, 540, 60);
    expect(await page.getByTestId("admin-door").count()).toBe(0);
    await page.reload();
    await groups(page).first().waitFor();
  });

  it("finds the door by five taps in the corner, and leaves the screen as it was", async () => {
    await tap(5, 20, 20);
    await page.getByTestId("admin-door").waitFor();
    await shoot("pin");
    expect(await page.locator("[inert] #app-root").count()).toBe(1);
    await page.getByTestId("pin-leave").click();
    await page.getByTestId("admin-door").waitFor({ state: "detached" });
    expect(await takeNumber(page)).toMatch(/^[A-Z]/u);
    await page.getByTestId("done").click();
  });

  it("finds it by a chord of the keyboard as well", async () => {
    await kiosk.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.sendInputEvent({
        type: "keyDown",
        keyCode: "L",
        modifiers: ["control", "alt", "shift"],
      });
    });
    await page.getByTestId("admin-door").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByTestId("admin-door").count()).toBe(0);
  });

  it("is let in by the right PIN alone, and told versions and the log", async () => {
    await tap(5, 20, 20);
    await tapPin(OTHER_PIN);
    expect(await page.getByTestId("pin-wrong").innerText()).toContain("Còn 4 lần");
    await shoot("wrong-pin");
    await typePin(TEST_PIN);
    const facts = await page.getByTestId("admin-facts").innerText();
    expect(facts).toContain("luot-kiosk 0.1.0");
    expect(facts).toContain(kiosk.hub.url);
    const log = join(kiosk.userData, "logs", "luot-kiosk.log");
    expect(facts).toContain(log);
    expect(existsSync(log)).toBe(true);
    expect(readFileSync(log, "utf8")).not.toMatch(new RegExp(`${TEST_PIN}|${OTHER_PIN}`, "u"));
    expect([await cursorOver("#app-root"), await cursorOver('[data-testid="admin-menu"]')]).toEqual(
      ["none", "default"],
    );
    await shoot("menu");
    await page.getByTestId("admin-menu").getByTestId("lang-en").click();
    await page.getByText("Administer this machine").waitFor();
    await shoot("menu-en");
    await page.getByTestId("admin-menu").getByTestId("lang-vi").click();
  });

  it("asks at another address who is there before the hub is changed", async () => {
    await page.getByTestId("admin-hub").click();
    await shoot("change-hub");
    await page.getByTestId("hub-address").fill("127.0.0.1:9");
    await page.getByTestId("hub-address").press("Enter");
    expect(await page.getByTestId("hub-refused").innerText()).toContain("Không có máy nào");
    await page.getByTestId("hub-back").click();
    await page.getByTestId("admin-leave").click();
  });

  it("is locked out for a while after five wrong PINs, also for the right one", async () => {
    await tap(5, 20, 20);
    for (let i = 0; i < 5; i += 1) {
      await typePin(OTHER_PIN);
      const wrong = i < 4 ? page.getByText(`Còn ${4 - i} lần`) : page.getByTestId("pin-wait");
      await wrong.waitFor();
    }
    await shoot("locked-out");
    await page.reload();
    await groups(page).first().waitFor();
    await tap(5, 20, 20);
    await page.getByTestId("pin-pad").waitFor();
    await typePin(TEST_PIN);
    await page.getByTestId("pin-wait").waitFor();
    expect(await page.getByTestId("admin-menu").count()).toBe(0);
    await page.getByTestId("pin-leave").click();
  });

  it("is let in again by a PIN that the command line sets beside the running app", async () => {
    const set = await kiosk.setPin(OTHER_PIN);
    expect(set).toEqual({ code: 0, output: "The PIN was kept.\n" });
    await openMenu(OTHER_PIN);
    keepTestPin(kiosk.userData);
  });

  it("is back at the screen after a while without a touch", async () => {
    await page.getByTestId("admin-leave").click();
    await page.clock.install();
    await page.reload();
    await groups(page).first().waitFor();
    await openMenu(TEST_PIN);
    await page.clock.runFor(20_000);
    expect(await page.getByTestId("admin-menu").count()).toBe(1);
    await page.clock.runFor(10_100);
    expect(await page.getByTestId("admin-door").count()).toBe(0);
  });
});

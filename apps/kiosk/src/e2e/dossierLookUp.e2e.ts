import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openStore } from "@luot/store";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openScreen } from "../../../hub/src/e2e/Browser.ts";
import { freePort, HubProcess, prepareData } from "../../../hub/src/testing/HubProcess.ts";
import { sharedSettings } from "../../../hub/src/testing/startTestHub.ts";
import { DOSSIER_STAYS_MS } from "../flow/stays.ts";
import { codeOf, dossierFile, MARKED } from "../testing/dossierFile.ts";

// A kiosk in a real Chromium, a real hub and its register, with a file of ten made-up dossiers.

const BUILD = resolve(import.meta.dirname, "../../../../scripts/build-screens.ts");
/** 27" portrait. 20 mm are 64 px of it, 6 mm are 19. */
const SCREEN = { width: 1_080, height: 1_920 };
const NOW = Date.now();

let data = "";
let hub: HubProcess;
let browser: Browser;
let page: Page;
/** The number of the dossier that has a result. */
let taken = "";

beforeAll(async () => {
  execFileSync(process.execPath, [BUILD, "--only", "kiosk"], { stdio: "inherit" });
  data = mkdtempSync(join(tmpdir(), "luot-dossiers-"));
  const prepared = await prepareData(data, sharedSettings(4), { kiosks: 1, displays: 0 });
  hub = new HubProcess(data, await freePort(), ["--limits", "load-test"]);
  await hub.start();
  await upload(dossierFile(NOW));
  browser = await launchBrowser();
  const context = await browser.newContext({ locale: "vi-VN", viewport: SCREEN });
  await context.clock.install();
  page = await openScreen(context, `${hub.url}/kiosk/`, {
    key: "luot.token.kiosk",
    value: prepared.kiosks[0] ?? "",
  });
  page.setDefaultTimeout(15_000);
});

afterAll(async () => {
  await browser?.close();
  await hub?.kill();
  rmSync(data, { recursive: true, force: true });
});

async function upload(file: string): Promise<void> {
  const answer = await fetch(`${hub.url}/api/launcher/dossiers/import?name=made-up.json`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: file,
  });
  const report = (await answer.json()) as { outcome: string; counts: { added: number } };
  expect(report).toMatchObject({ outcome: "done", counts: { added: 10 } });
}

async function lookUp(code: string): Promise<void> {
  await page.getByTestId("open-look-up").click();
  await page.keyboard.type(code);
  await page.getByTestId("look-up").click();
}

async function shoot(name: string): Promise<void> {
  const shots = process.env["LUOT_SHOTS"];
  if (shots !== undefined) await page.screenshot({ path: join(shots, `dossier-${name}.png`) });
}

/** All that a page keeps or shows: nothing of a holder may be in it. */
async function whatThePageHolds(): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      document.title,
      location.href,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
    ]),
  );
}

describe("a dossier at a kiosk", () => {
  it("is found in each of its states by its code, and shows nothing of its holder but the mask", async () => {
    for (let status = 1; status <= 10; status++) {
      await lookUp(codeOf(status, NOW).toLowerCase().replaceAll(/[.-]/g, ""));
      await page.locator(`[data-testid="dossier"][data-status="${status}"]`).waitFor();
      await shoot(`state-${status}`);
      const held = await whatThePageHolds();
      expect(held).toContain("T** D** V**");
      for (const secret of Object.values(MARKED)) expect(held).not.toContain(secret);
      expect(held).not.toContain(codeOf(status, NOW));
      await page.getByTestId("back").click();
    }
  });

  it("says sorry while it is overdue", async () => {
    await lookUp(codeOf(4, NOW));
    expect(await page.getByTestId("apology").innerText()).toContain("Xin lỗi ông/bà");
    await page.getByTestId("dossier-done").click();
  });

  it("opens more by the last four digits only", async () => {
    await lookUp(codeOf(5, NOW));
    await page.getByTestId("see-more").click();
    for (const digits of ["0000", "7391"]) {
      for (const digit of digits) await page.getByTestId(`key-${digit}`).click();
      // By the keyboard: the same button twice in a moment would be taken for a slip of the finger.
      await page.keyboard.press("Enter");
      if (digits === "0000") await page.getByTestId("factor-refused").waitFor();
    }
    expect(await page.getByTestId("dossier-more").innerText()).toContain("09** *** 391");
    await page.getByTestId("dossier-done").click();
  });

  it("gets its number by one touch", async () => {
    await lookUp(codeOf(9, NOW));
    await page.getByTestId("take-for-dossier").click();
    taken = await page.getByTestId("ticket-label").innerText();
    expect(taken).toMatch(/^[A-Z]\d{3}$/);
    await page.getByTestId("done").click();
  });

  it("is cleared half a minute after the last touch, without a question", async () => {
    await lookUp(codeOf(9, NOW));
    await page.getByTestId("dossier").waitFor();
    await page.clock.fastForward(DOSSIER_STAYS_MS + 1_000);
    await page.getByTestId("open-look-up").waitFor();
    expect(await whatThePageHolds()).not.toContain("T** D** V**");
  });

  it("leads to help after three codes that nobody knows", async () => {
    for (const tail of ["7001", "7002", "7003"]) {
      await lookUp(codeOf(1, NOW).replace(/0001$/, tail));
      const unfound = page.getByTestId("unfound");
      await unfound.or(page.getByTestId("needs-help")).waitFor();
      if (await unfound.isVisible()) await page.getByTestId("back").click();
    }
    await page.getByTestId("call-help-now").click();
    await page.getByTestId("help-dialog").waitFor();
    await shoot("needs-help");
    expect(await page.getByTestId("help-dialog").innerText()).toContain("Đã báo cán bộ");
    await page.keyboard.press("Escape");
    await page.getByTestId("back").click();
  });
});

describe("the keys for a code", () => {
  it("are 20 mm and 6 mm apart on a kiosk, and all on the screen", async () => {
    await page.getByTestId("open-look-up").click();
    const keys = page.getByTestId("keys").locator("button");
    const boxes = await Promise.all((await keys.all()).map((key) => key.boundingBox()));
    expect(boxes).toHaveLength(39);
    for (const box of boxes) {
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(64);
      expect((box?.y ?? SCREEN.height) + (box?.height ?? 0)).toBeLessThan(SCREEN.height);
    }
    const [first, second] = boxes;
    const gap = (second?.x ?? 0) - (first?.x ?? 0) - (first?.width ?? 0);
    expect(gap).toBeGreaterThanOrEqual(19);
    await shoot("keys");
  });
});

describe("the hub's files", () => {
  it("hold nothing of a holder in the clear, the journals of their databases included", () => {
    const secrets = Object.values(MARKED).map((secret) => Buffer.from(secret, "utf8"));
    const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const open = files.filter((file) => {
      const bytes = readFileSync(join(file.parentPath, file.name));
      return secrets.some((secret) => bytes.includes(secret));
    });
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it("keep of a number which dossier it was taken for, by a name that says nothing", async () => {
    await hub.stop();
    const store = openStore(data);
    const events = store.journal.eventsAfter(0, 10_000);
    store.close();
    const issued = events.filter((event) => event.type === "ticket-issued");
    expect(issued).toMatchObject([
      { label: taken, dossierRefs: [expect.stringMatching(/^[\w-]{8,64}$/)] },
    ]);
    expect(JSON.stringify(events)).not.toContain("H56.03-");
  });
});

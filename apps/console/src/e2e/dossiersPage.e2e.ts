import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { REGISTER_BOOK } from "@luot/dossier";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookCsv, bookRows, MARK } from "../../../hub/src/dossiers/testing/dossierFiles.ts";
import { launchBrowser } from "../../../hub/src/e2e/Browser.ts";
import type { Hub } from "../../../hub/src/Hub.ts";
import { startTestHub } from "../../../hub/src/testing/startTestHub.ts";

// The administrator's page in a real Chromium, on a real hub in memory.

const ROOT = resolve(import.meta.dirname, "../../../..");
const PICTURES = process.env["LUOT_PICTURES"];

let hub: Hub;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const build = resolve(ROOT, "scripts/build-screens.ts");
  execFileSync(process.execPath, [build, "--only", "console"], { stdio: "inherit" });
  hub = await startTestHub();
  browser = await launchBrowser();
  page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1_440, height: 900 } });
  page.setDefaultTimeout(10_000);
  await page.goto(`${hub.url}/dossiers`);
});

afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

async function choose(testId: string, name: string, text: string): Promise<void> {
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByTestId(testId).setInputFiles(file);
}

async function picture(name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png` });
}

const ROWS = bookRows(9);
const BAD = { code: "H56.29-261102-000010", status: "Đang xử lý", received: "31/02/2026 08:15" };

describe("the page of dossiers in a real browser", () => {
  it("takes a file, says what became of it, and the same file changes nothing", async () => {
    const file = bookCsv([...ROWS, BAD]);
    await choose("upload-file", "so-theo-doi.csv", file);
    await page.getByTestId("report-done").waitFor();
    const faults = await page.getByTestId("faults").innerText();
    expect(faults).toContain("Ngày tiếp nhận");
    expect(faults).toContain("11");
    await page.getByTestId("dossier-count").getByText("9", { exact: true }).waitFor();
    await picture("console-report");
    await choose("upload-file", "so-theo-doi.csv", file);
    await page.getByTestId("report-unchanged").waitFor();
    expect(await page.content()).not.toContain(MARK);
  });

  it("says of a broken file that nothing was taken, and what to do", async () => {
    await choose("upload-file", "hong.csv", "a,b\r\n1,2\r\n");
    await page.getByTestId("report-refused").getByText("Không có cột mã hồ sơ").waitFor();
    expect(await page.getByTestId("dossier-count").innerText()).toBe("9");
  });

  it("shows what was refused of an earlier run", async () => {
    await page.getByRole("button", { name: "Xem lỗi của so-theo-doi.csv" }).first().click();
    const details = page.getByTestId("run-details");
    await details.getByTestId("faults").waitFor();
    expect(await details.innerText()).toContain("Ngày tiếp nhận");
    await picture("console-refusals");
    await page.keyboard.press("Escape");
  });

  it("tries a mapping that is being edited, and points at what is wrong", async () => {
    await page.getByTestId("add-source").click();
    await page.getByTestId("source-name").fill("Một cửa Đông Hà");
    expect(await page.getByTestId("source-id").inputValue()).toBe("mot-cua-dong-ha");
    await page.getByLabel("Cách lấy").selectOption("push");
    await page.getByLabel("Cách ghép trường").selectOption("own");
    const { status: _left, ...fields } = REGISTER_BOOK.fields;
    const wrong = { ...REGISTER_BOOK, withoutStatus: "refuse", dueTime: "25:99", fields };
    await page.getByTestId("mapping-text").fill(JSON.stringify(wrong));
    await choose("mapping-sample", "mau.csv", bookCsv([...ROWS, BAD]));
    await page.getByTestId("mapping-faults").getByText("dueTime").waitFor();
    await page.getByTestId("mapping-text").fill(JSON.stringify(REGISTER_BOOK, null, 2));
    await choose("mapping-sample", "mau.csv", bookCsv([...ROWS, BAD]));
    await page.getByTestId("mapping-trial").getByText("Đăng ký khai sinh").first().waitFor();
    const trial = await page.getByTestId("mapping-trial").innerText();
    expect(trial).toContain("Ngày tiếp nhận");
    expect(trial).not.toContain(MARK);
    await page.getByTestId("mapping-trial").scrollIntoViewIfNeeded();
    await picture("console-mapping");
  });

  it("makes a source, shows its key once, switches it off and deletes it", async () => {
    await page.getByTestId("save-source").click();
    await page.getByTestId("key-mot-cua-dong-ha").click();
    const key = await page.getByTestId("push-key-text").innerText();
    await picture("console-key");
    const asked = { method: "POST", headers: { authorization: `Bearer ${key}` } };
    const sent = await fetch(`${hub.url}/api/v1/dossiers`, asked);
    expect(sent.status).not.toBe(401);
    await page.getByRole("button", { name: "Đã chép xong" }).click();
    expect(await page.content()).not.toContain(key);
    await page.getByTestId("toggle-mot-cua-dong-ha").click();
    await page.getByTestId("source-mot-cua-dong-ha").getByText("đã tắt").waitFor();
    await page.getByTestId("remove-mot-cua-dong-ha").click();
    await page.getByTestId("confirm-source").click();
    await page.getByTestId("source-mot-cua-dong-ha").waitFor({ state: "detached" });
  });
});

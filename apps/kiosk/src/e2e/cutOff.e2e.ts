import { LauncherStateSchema } from "@luot/contract";
import { createHubClient, type HubClient } from "@luot/hub-client";
import { electronFolder } from "@luot/shell/testing";
import {
  createVirtualPrinter,
  createVirtualScanner,
  type VirtualPrinter,
  type VirtualScanner,
} from "@luot/simulators";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildKioskApp, groups, KioskInShell, takeNumber } from "../testing/KioskInShell.ts";

// A kiosk with its own printer and scanner, whose hub goes away and comes back.

const hasElectron = electronFolder() !== null;
const SOON = { timeout: 15_000, interval: 50 };
/** Where pictures of the screens go, for whoever wants to look at them. */
const SHOTS = process.env["LUOT_SHOTS"];
const ONLINE = /^[A-Z]\d{3}$/u;
const OWN = /^[A-Z]+\d+-\d{2}$/u;
let kiosk: KioskInShell;
let page: Page;
let printer: VirtualPrinter;
let scanner: VirtualScanner;
/** A counter, which sees every ticket. */
let desk: HubClient<"counter">;

beforeAll(async () => {
  if (!hasElectron) return;
  buildKioskApp();
  printer = await createVirtualPrinter({ port: 0, host: "127.0.0.1" });
  scanner = await createVirtualScanner({ port: 0, host: "127.0.0.1" });
  kiosk = await KioskInShell.prepare();
  page = await kiosk.open([
    `--printer=tcp://127.0.0.1:${printer.port}`,
    `--scanner=tcp://127.0.0.1:${scanner.port}`,
  ]);
  await kiosk.setUp(page);
  const token = Object.values(kiosk.counters)[0] ?? "";
  const tokens = { read: () => token, write: () => {} };
  desk = createHubClient({ kind: "counter", url: kiosk.hub.url, tokens });
});

afterAll(async () => {
  if (!hasElectron) return;
  desk?.close();
  await kiosk?.end();
  await scanner?.close();
  await printer?.close();
});

async function shoot(name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

/** Labels of all tickets that the hub knows, in their order. */
function labels(): readonly string[] {
  const tickets = Object.values(desk.getState().view?.tickets ?? {});
  return tickets.map(({ label }) => label).toSorted();
}

function printOf(label: string): string | undefined {
  const tickets = Object.values(desk.getState().view?.tickets ?? {});
  return tickets.find((ticket) => ticket.label === label)?.print;
}

async function alarms(): Promise<readonly string[]> {
  const reply = await fetch(`${kiosk.hub.url}/api/launcher`);
  const { alarms: raised } = LauncherStateSchema.parse(await reply.json());
  return raised.map(({ kind, subject }) => `${kind}:${subject}`);
}

async function done(): Promise<void> {
  await page.getByTestId("done").click();
  await groups(page).first().waitFor();
}

async function hasPrinted(papers: number): Promise<void> {
  await expect.poll(() => printer.papers.length, SOON).toBe(papers);
  await page.getByTestId("paper-printed").waitFor();
}

async function killDevices(): Promise<void> {
  const pid = await kiosk.devicePid();
  if (pid === null) throw new Error("no process of devices");
  process.kill(pid, "SIGKILL");
}

describe.skipIf(!hasElectron)("a kiosk with devices of its own", () => {
  it("prints a number of the hub on its own printer, and tells the hub so", async () => {
    await shoot("01-groups");
    const label = await takeNumber(page);
    expect(label).toMatch(ONLINE);
    await hasPrinted(1);
    await shoot("02-ticket");
    await expect.poll(() => printOf(label), SOON).toBe("confirmed");
    await done();
  });

  it.each([["000.00.01.H26-260105-0001"], ["8934567890123"]])(
    "says that it found no dossier to %s that was scanned",
    async (text) => {
      await scanner.plugged();
      scanner.scan(text, "]Q1");
      const said = page.getByTestId("unfound");
      await said.waitFor();
      expect(await said.getAttribute("data-why")).toBe("unknown");
      await shoot(`03-scanned-${text}`);
      await page.getByTestId("take-instead").click();
      await groups(page).first().waitFor();
    },
  );

  it("tells the hub that its printer is out of paper, and that it is mended", async () => {
    printer.setCondition({ paper: "out" });
    await expect.poll(alarms, SOON).toContain("device_printer:paper_out/Kiosk");
    printer.setCondition({ paper: "ok" });
    await expect.poll(alarms, SOON).not.toContain("device_printer:paper_out/Kiosk");
  });

  it("has no way to the network in its page", async () => {
    const reached = await page.evaluate(
      (url) =>
        fetch(`${url}/health`).then(
          () => true,
          () => false,
        ),
      kiosk.hub.url,
    );
    expect(reached).toBe(false);
  });

  it("gives and prints numbers of its own while the hub is gone", async () => {
    await kiosk.hub.kill();
    await page.getByTestId("offline-note").waitFor();
    await shoot("04-cut-off-groups");
    const label = await takeNumber(page);
    expect(label).toMatch(OWN);
    await page.getByTestId("ticket-own").waitFor();
    expect(await page.getByTestId("ticket-ahead").count()).toBe(0);
    await hasPrinted(2);
    await shoot("05-cut-off-ticket");
    await done();
    scanner.scan("000.00.01.H26-260105-0002", "]Q1");
    await page.locator('[data-testid="unfound"][data-why="cut"]').waitFor();
    await shoot("06-cut-off-scanned");
    await page.getByTestId("back").click();
  });

  it("goes on with its series when the process of its devices is killed meanwhile", async () => {
    await killDevices();
    await page.getByTestId("starting").waitFor();
    await shoot("07-starting");
    await groups(page).first().waitFor();
    expect(await takeNumber(page)).toMatch(/-02$/u);
    await hasPrinted(3);
    await done();
  });

  it("starts anew without its hub, and still gives numbers", async () => {
    await kiosk.close();
    page = await kiosk.open();
    await page.getByTestId("offline-note").waitFor();
    expect(await takeNumber(page)).toMatch(/-03$/u);
    await hasPrinted(4);
    await done();
  });

  it("hands its numbers over when the hub is back, each once", async () => {
    const before = labels();
    await kiosk.hub.start();
    await page.getByTestId("offline-note").waitFor({ state: "detached" });
    await expect.poll(() => labels().length, SOON).toBe(before.length + 3);
    const own = labels().filter((label) => OWN.test(label));
    expect(own.map((label) => label.slice(-3))).toEqual(["-01", "-02", "-03"]);
    await expect.poll(() => own.map(printOf), SOON).toEqual(own.map(() => "confirmed"));
    expect(await takeNumber(page)).toMatch(ONLINE);
    await hasPrinted(5);
    await done();
  });

  it("loses nothing when the process of its devices is killed over a wish", async () => {
    const before = labels().length;
    await groups(page).first().click();
    const service = page.locator('[data-testid^="service-"]:not([data-disabled])').first();
    const take = page.getByTestId("take-number");
    await service.or(take).first().waitFor();
    if (await service.isVisible()) await service.click();
    const pid = (await kiosk.devicePid()) ?? 0;
    await take.click();
    process.kill(pid, "SIGKILL");
    await page.getByTestId("ticket-label").waitFor();
    await expect.poll(() => printer.papers.length, SOON).toBe(6);
    await expect.poll(() => labels().length, SOON).toBe(before + 1);
    await done();
    expect(await takeNumber(page)).toMatch(ONLINE);
    await hasPrinted(7);
    printer.assertClean();
  });
});

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { DossierView } from "@luot/contract";
import type { CentreSettings } from "@luot/hub-client";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildScreens, launchBrowser } from "../../../hub/src/e2e/Browser.ts";
import type { Hub } from "../../../hub/src/Hub.ts";
import {
  addOfficer,
  aKiosk,
  pairForTest,
  sharedSettings,
  startTestHub,
  TEST_PIN,
  TEST_SECRET,
} from "../../../hub/src/testing/startTestHub.ts";
import { dataOf, type TestClient } from "../../../hub/src/testing/TestClient.ts";
import { aDossier, STATES } from "../testing/aDossier.ts";
import { StandInRegister } from "../testing/StandInRegister.ts";

/** A folder for pictures, of whoever wants to look at them. */
const SHOTS = process.env["LUOT_SHOTS"];
const LONG = { timeout: 20_000 };
const HOLDER = { name: "NGUYỄN THỊ DẤU VẾT 7391", kind: "citizen", phone: "0912 345 678" };
const settings: CentreSettings = {
  ...sharedSettings(1),
  dossiers: {
    staleAfterMinutes: 1_440,
    dueSoonDays: 1,
    extraCodes: [],
    hiddenProcedures: [],
    maskHolder: "initials",
    ratioOf: "resolved",
    boardOnWall: false,
    generalServices: [],
    keep: { holderDays: 90, dossierDays: 1_825, lookUpDays: 30 },
  },
};
const agencyId = settings.agencies[0]?.id ?? null;
const OWN = aDossier({ agencyId });
const OTHER = aDossier({ ref: "ref_0002", code: "000.00.01.H56-261112-0012", status: "9" });
const register = new StandInRegister();
let hub: Hub;
let browser: Browser;
let kiosk: TestClient;
let page: Page;

beforeAll(async () => {
  buildScreens();
  hub = await startTestHub({ firstSettings: settings });
  await addOfficer(hub, "chi", "supervisor");
  kiosk = await aKiosk(hub);
  browser = await launchBrowser();
  // A 24" screen.
  const context = await browser.newContext({
    locale: "vi-VN",
    viewport: { width: 1_920, height: 1_080 },
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await openCounter(context);
});

afterAll(async () => {
  await browser?.close();
  kiosk?.close();
  await hub?.close();
});

async function openCounter(context: BrowserContext): Promise<Page> {
  const counterId = settings.counters[0]?.id ?? "";
  const { token } = pairForTest(hub, "counter", counterId);
  const opened = await context.newPage();
  await register.standBefore(opened);
  await opened.addInitScript(
    ([key = "", value = ""]) => {
      // Only on the hub's own pages; an error page has no storage.
      if (location.protocol === "http:") localStorage.setItem(key, value);
    },
    [`luot.token.counter.${counterId}`, token],
  );
  await opened.goto(`${hub.url}/counter/?counter=${counterId}`);
  await opened.getByTestId("sign-in-username").fill("chi");
  await opened.getByTestId("sign-in-password").fill(TEST_SECRET);
  await opened.getByTestId("sign-in").click();
  await opened.getByTestId("open-counter").click();
  await opened.getByTestId("call-next").waitFor();
  return opened;
}

async function shoot(name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `counter-dossiers-${name}.png`) });
}

/** Somebody takes a number, and the officer calls it by Enter alone. */
async function callAnother(): Promise<string> {
  const serviceId = settings.services[0]?.id;
  const wish = { serviceId, class: "normal", reason: null, language: "vi", print: false };
  const label = String(dataOf(await kiosk.send("ticket:issue", wish))["label"]);
  await page.getByTestId("queue-count").getByText("1").waitFor(LONG);
  // Two "next" within two seconds would be a slip.
  await expect.poll(() => page.getByTestId("call-next").isEnabled(), LONG).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByTestId("current-label").getByText(label).waitFor(LONG);
  return label;
}

/** The officer ends the visit with `/` and Enter: the usual outcome. */
async function finish(): Promise<void> {
  await page.keyboard.press("/");
  await page.getByTestId("choice-dialog").waitFor();
  await page.keyboard.press("Enter");
  await page.getByTestId("current-label").waitFor({ state: "detached" });
}

const events = () => hub.store.journal.eventsAfter(0, 1_000);
const types = () => events().map(({ type }) => type);
/** What was noted with the visit that ended last. */
const noted = () =>
  events()
    .flatMap((event) => (event.type === "ticket-finished" ? [event.dossierRefs] : []))
    .at(-1);
const outcome = () =>
  events()
    .flatMap((event) => (event.type === "ticket-finished" ? [event.outcome] : []))
    .at(-1);
const focused = () => page.evaluate(() => document.activeElement?.tagName);
const card = ({ code }: DossierView) => page.getByTestId(`dossier-${code}`);

/** How much of a card is seen without scrolling: 1 for all of it. */
const seen = (dossier: DossierView) =>
  card(dossier).evaluate(
    (element) =>
      new Promise<number>((tell) => {
        const told: IntersectionObserverCallback = ([entry]) => tell(entry?.intersectionRatio ?? 0);
        new IntersectionObserver(told).observe(element);
      }),
  );

/** What is on the clipboard once a page without one of its own, as over HTTP, has copied a code. */
async function copied(): Promise<string> {
  await page.evaluate(() => {
    const { clipboard } = navigator;
    Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
    Object.assign(window, { readCopied: () => clipboard.readText() });
  });
  await card(OTHER).getByTestId("copy-code").click();
  await page.getByTestId("dossier-told").getByText("Đã chép mã").waitFor();
  return page.evaluate("readCopied()");
}

/** Keys as fast as a scanner types them. */
async function scan(text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 4 });
  await page.keyboard.press("Enter");
}

/** Answers by the type of what is asked. */
function answering(answers: Readonly<Record<string, object>>): void {
  register.answer = ({ type }) => {
    const data = answers[type];
    return data === undefined ? { code: "dossier_not_found" } : { data };
  };
}

describe("the dossiers of the number at a counter", () => {
  it("disturb nobody who calls while the register does not answer, in words or at all", async () => {
    register.answer = () => "silence";
    await callAnother();
    await page.getByTestId("dossier-told").getByText("Đang hỏi hồ sơ").waitFor();
    await finish();
    register.answer = () => ({ code: "unavailable" });
    await callAnother();
    await page.getByTestId("dossier-told").getByText("Gọi số vẫn như thường").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    await shoot("unavailable");
    await finish();
    expect(noted()).toEqual([]);
  });

  it("are there when it is called, take no focus, and are noted with its end", async () => {
    answering({ "dossier:of-ticket": { dossiers: [OWN] } });
    const before = await page.getByTestId("call-next").boundingBox();
    await callAnother();
    await card(OWN).getByText("Đang xử lý").waitFor();
    expect(await focused()).toBe("BODY");
    expect((await page.getByTestId("call-next").boundingBox())?.y).toBe(before?.y);
    await shoot("called");
    // Not what is usual for guidance.
    await page.getByTestId("outcome-accepted").click();
    await finish();
    expect(noted()).toEqual(["ref_0001"]);
    expect(outcome()).toBe("accepted");
  });

  it("lie wholly in the window of a small laptop, with the papers they still need", async () => {
    await page.setViewportSize({ width: 1_366, height: 768 });
    const full = aDossier({
      ...STATES["5"],
      agencyId,
      status: "5",
      fee: { amount: 150_000, isPaid: false },
      next: { kind: "supplement", serviceId: null, isElsewhere: false, place: null },
    });
    answering({ "dossier:of-ticket": { dossiers: [full] } });
    await callAnother();
    await card(full).getByTestId("dossier-missing").waitFor();
    await shoot("laptop");
    expect(await seen(full)).toBe(1);
    expect(await page.getByTestId("dossier-as-of").isVisible()).toBe(true);
    await finish();
    // What is usual for a dossier that waits for papers.
    expect(outcome()).toBe("supplemented");
    await page.setViewportSize({ width: 1_920, height: 1_080 });
  });

  it("are added by a scanner that types, which presses none of the desk's keys", async () => {
    answering({ "dossier:of-ticket": { dossiers: [OWN] }, "dossier:look-up": OTHER });
    await callAnother();
    await card(OWN).waitFor();
    const before = types();
    await scan(OTHER.code);
    await card(OTHER).waitFor();
    expect(register.asked.at(-1)).toEqual({
      type: "dossier:look-up",
      payload: { text: OTHER.code, by: "scan" },
    });
    expect(types()).toEqual(before);
    await shoot("two");
    // Known, but not of this visit: said by keys alone.
    for (const key of ["h", "2", "1"]) {
      await page.keyboard.press(key);
      await page
        .getByTestId("choice-dialog")
        .waitFor({ state: key === "1" ? "detached" : "visible" });
    }
    await finish();
    expect(noted()).toEqual(["ref_0002"]);
  });

  it("are added by their code, typed, and one that nobody knows is said to be so", async () => {
    answering({ "dossier:of-ticket": { dossiers: [] } });
    await callAnother();
    await page.getByTestId("dossier-told").getByText("chưa gắn với hồ sơ nào").waitFor();
    await page.keyboard.press("h");
    await page.getByTestId("dossier-code").fill("H56.29-261112-9999");
    await page.keyboard.press("Enter");
    await page.getByTestId("add-refusal").getByText("Chưa tìm thấy hồ sơ này.").waitFor();
    await shoot("unknown");
    answering({ "dossier:look-up": OTHER });
    await page.getByTestId("dossier-code").fill(OTHER.code);
    await page.keyboard.press("Enter");
    await page.getByTestId("add-dossier").waitFor({ state: "detached" });
    await card(OTHER).waitFor();
    // The Enter that added it ended no visit.
    expect(await page.getByTestId("current-label").count()).toBe(1);
    expect(await copied()).toBe(OTHER.code);
    await finish();
    expect(noted()).toEqual(["ref_0002"]);
  });

  it("keep what was added over a lock, and the holder in full not", async () => {
    answering({
      "dossier:of-ticket": { dossiers: [OWN] },
      "dossier:look-up": OTHER,
      "dossier:open-holder": HOLDER,
    });
    await callAnother();
    await scan(OTHER.code);
    await card(OTHER).waitFor();
    await card(OWN).getByTestId("open-holder").click();
    await page.getByTestId("holder-open").getByText(HOLDER.name).waitFor();
    await shoot("holder");
    await page.keyboard.press("l");
    await page.getByTestId("pin").fill(TEST_PIN);
    expect(await page.content()).not.toContain(HOLDER.name);
    await page.keyboard.press("Enter");
    await card(OTHER).waitFor();
    expect(await page.content()).not.toContain(HOLDER.name);
    await finish();
    expect(noted()).toEqual(["ref_0001", "ref_0002"]);
  });

  it.runIf(SHOTS !== undefined)("are drawn in each of their states", async () => {
    const nine = Date.now();
    const states = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", null] as const;
    const all = states.map((status, n) =>
      aDossier({
        ...STATES[status ?? "none"],
        agencyId,
        status,
        ref: `ref_100${n}`,
        code: `H56.29-261112-00${10 + n}`,
        asOf: nine,
      }),
    );
    await page.setViewportSize({ width: 1_920, height: 3_200 });
    answering({ "dossier:of-ticket": { dossiers: all } });
    await callAnother();
    await page.getByTestId("dossier-as-of").waitFor();
    expect(await page.getByTestId("dossier-status").count()).toBe(states.length);
    await shoot("states-vi");
    await page.getByText("English", { exact: true }).click();
    await shoot("states-en");
    await page.setViewportSize({ width: 1_366, height: 768 });
    await shoot("small-en");
    await page.getByText("Tiếng Việt", { exact: true }).click();
  });
});

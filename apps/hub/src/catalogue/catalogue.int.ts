import { request } from "node:http";
import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { type Catalogue, CatalogueSchema } from "@luot/contract";
import { silentLogger } from "@luot/kit";
import { openStore } from "@luot/store";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Hub } from "../Hub.ts";
import { temporaryFolder } from "../testing/engineOn.ts";
import { runCli } from "../testing/runCli.ts";
import { demoSettings, startTestHub } from "../testing/startTestHub.ts";

const PROCEDURE: Catalogue["procedures"][number] = {
  code: "1.001193",
  name: "Thủ tục đăng ký khai sinh",
  serviceId: "ho-tich",
  field: "Hộ tịch",
  papers: ["Tờ khai đăng ký khai sinh"],
  fee: 0,
  time: { count: 1, unit: "working_day" },
  portal: "https://dichvucong.gov.vn/",
  isCommon: true,
  isDemo: false,
};
const CATALOGUE: Catalogue = {
  asOf: "2026-11-24",
  procedures: [PROCEDURE],
  synonyms: { "khai sanh": "khai sinh" },
};

async function aHub(firstCatalogueFile: string | null = null): Promise<Hub> {
  const hub = await startTestHub({ log: silentLogger, firstCatalogueFile });
  onTestFinished(() => hub.close());
  return hub;
}

function send(hub: Hub, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${hub.url}/api/launcher/import-catalogue`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

/** Status, headers and text of an answer, also of one that `fetch` would keep to itself. */
function read(
  hub: Hub,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Readonly<Record<string, unknown>>; text: string }> {
  return new Promise((done, fail) => {
    request({ host: "127.0.0.1", port: hub.port, path: "/api/procedures", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    })
      .once("error", fail)
      .end();
  });
}

function aFile(content: unknown): string {
  const file = join(temporaryFolder(), "catalogue.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

describe("GET /api/procedures", () => {
  it("says that there is none, and later gives it with a tag by which it need not be sent again", async () => {
    const hub = await aHub();
    expect((await read(hub)).status).toBe(404);
    expect(await (await send(hub, CATALOGUE)).json()).toEqual({ procedures: 1, withoutLine: 0 });

    const first = await read(hub, { origin: "app://luot" });
    expect(first.status).toBe(200);
    expect(CatalogueSchema.parse(JSON.parse(first.text))).toEqual(CATALOGUE);
    expect(first.headers).toMatchObject({ "cache-control": "no-cache", vary: "origin" });
    const tag = String(first.headers["etag"]);
    expect(await read(hub, { "if-none-match": tag })).toMatchObject({ status: 304, text: "" });

    await send(hub, { ...CATALOGUE, synonyms: {} });
    const second = await read(hub, { "if-none-match": tag });
    expect(second.status).toBe(200);
    expect(second.headers["etag"]).not.toBe(tag);
  });
});

describe("import of a catalogue", () => {
  it("is for the hub's own machine and pages alone", async () => {
    const hub = await aHub();
    expect((await send(hub, CATALOGUE, { origin: "https://elsewhere.example" })).status).toBe(403);
    expect(hub.store.catalogue.hash()).toBeNull();
  });

  it("refuses the whole with the place of each fault, and leaves what was there", async () => {
    const hub = await aHub();
    await send(hub, CATALOGUE);
    const kept = hub.store.catalogue.hash();
    const faulty = [
      { ...PROCEDURE, fee: -1 },
      { ...PROCEDURE, name: " ", papers: ["", "x"] },
    ];
    const reply = await send(hub, { ...CATALOGUE, procedures: [PROCEDURE, ...faulty] });
    expect(reply.status).toBe(400);
    const { message } = (await reply.json()) as { message: string };
    for (const place of [
      "procedures[1].fee: ",
      "procedures[2].name: ",
      "procedures[2].papers[0]: ",
    ])
      expect(message).toContain(place);
    const unknown = await send(hub, {
      ...CATALOGUE,
      procedures: [PROCEDURE, { ...PROCEDURE, serviceId: "nowhere" }],
    });
    expect(await unknown.json()).toEqual({
      error: "bad_catalogue",
      message:
        'procedures[1].serviceId: the settings have no service "nowhere" (for "Thủ tục đăng ký khai sinh")',
    });
    expect(hub.store.catalogue.hash()).toBe(kept);
  });
});

describe("the first catalogue", () => {
  it("comes from the file that the hub was given, once", async () => {
    const hub = await aHub(aFile(CATALOGUE));
    expect(hub.store.catalogue.read()).toEqual(CATALOGUE);
  });

  it("is left out when it does not fit the settings, and the hub starts", async () => {
    const other = { ...CATALOGUE, procedures: [{ ...PROCEDURE, serviceId: "nowhere" }] };
    const hub = await aHub(aFile(other));
    expect(hub.store.catalogue.hash()).toBeNull();
  });
});

describe("luot catalogue import", () => {
  it("fills a data folder, or says what is wrong with file, entry and field", async () => {
    const data = temporaryFolder();
    const store = openStore(data);
    store.settings.add(demoSettings(), Date.now());
    store.close();
    const other = { ...CATALOGUE, procedures: [{ ...PROCEDURE, serviceId: "nowhere" }] };
    const [wrong, broken] = [aFile(other), aFile("{")];
    const good = await runCli("catalogue", "import", aFile(CATALOGUE), "--data", data);
    expect(good).toEqual({ code: 0, out: "Imported 1 procedures.\n", err: "" });
    const bad = await runCli("catalogue", "import", wrong, "--data", data);
    expect([bad.code, bad.out]).toEqual([1, ""]);
    expect(bad.err).toContain(`${wrong}: procedures[0].serviceId: `);
    expect((await runCli("catalogue", "import", broken, "--data", data)).err).toContain("not JSON");
  });
});

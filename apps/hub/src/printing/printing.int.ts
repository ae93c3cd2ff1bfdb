import type { Event } from "@luot/domain";
import { isCallable } from "@luot/domain";
import { PRINTER_PROFILES, type Raster, renderTicket } from "@luot/printer";
import { createVirtualPrinter, type VirtualPrinter } from "@luot/simulators";
import jsQR from "jsqr";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Hub } from "../Hub.ts";
import type { HubOptions } from "../HubOptions.ts";
import { temporaryFolder } from "../testing/engineOn.ts";
import { ManualClock } from "../testing/ManualClock.ts";
import {
  aKiosk,
  anOpenCounter,
  demoSettings,
  pairForTest,
  startTestHub,
} from "../testing/startTestHub.ts";
import { dataOf, TestClient } from "../testing/TestClient.ts";
import { ticketDocument } from "./ticketDocument.ts";

const SOON = { timeout: 15_000 };
const PUBLIC_URL = "http://so.example";
const TICKET = {
  serviceId: demoSettings().services[0]?.id,
  class: "normal",
  reason: null,
  language: "vi",
  print: true,
};

let hub: Hub;
let virtual: VirtualPrinter;
let kiosk: TestClient | null = null;

beforeEach(async () => {
  virtual = await createVirtualPrinter({ port: 0, host: "127.0.0.1" });
});

afterEach(async () => {
  kiosk?.close();
  kiosk = null;
  await hub.close();
  await virtual.close();
});

/** A hub with the virtual printer. */
async function start(options: Partial<HubOptions>): Promise<void> {
  const printer = {
    kind: "tcp",
    host: "127.0.0.1",
    port: virtual.port,
    profile: "generic-80",
  } as const;
  hub = await startTestHub({ printer, publicUrl: PUBLIC_URL, ...options });
}

async function issue(): Promise<{ readonly ticketId: string; readonly token: string }> {
  kiosk = await aKiosk(hub);
  return dataOf(await kiosk.send("ticket:issue", TICKET)) as { ticketId: string; token: string };
}

/** Issues a ticket whose paper nobody prints, and stops the hub. */
async function leavePending(data: string, before: (ticketId: string) => void): Promise<string> {
  await start({ data, printer: null });
  const { ticketId } = await issue();
  before(ticketId);
  kiosk?.close();
  await hub.close();
  return ticketId;
}

const printOf = (ticketId: string): string | undefined =>
  hub.engine.state.tickets.get(ticketId)?.print;
const factsAbout = (ticketId: string): string[] =>
  hub.store.journal
    .eventsAfter(0, 1_000)
    .filter((event: Event) => "ticketId" in event && event.ticketId === ticketId)
    .map(({ type }) => type);

async function alarms(): Promise<readonly string[]> {
  const launcher = (await (await fetch(`${hub.url}/api/launcher`)).json()) as {
    readonly alarms: readonly { readonly id: string }[];
  };
  return launcher.alarms.map(({ id }) => id);
}

function readQr({ widthDots, heightDots, data }: Raster): string | undefined {
  const rgba = new Uint8ClampedArray(widthDots * heightDots * 4).fill(255);
  for (let dot = 0; dot < widthDots * heightDots; dot++) {
    const isBlack = (((data[dot >> 3] ?? 0) << (dot & 7)) & 0x80) !== 0;
    if (isBlack) rgba.fill(0, dot * 4, dot * 4 + 3);
  }
  return jsQR(rgba, widthDots, heightDots)?.data;
}

describe("the paper of a ticket", () => {
  it("[I12] comes out once, is noted, and only then the ticket may be called", async () => {
    await start({});
    virtual.setCondition({ paper: "out" });
    const { ticketId } = await issue();
    const ticket = hub.engine.state.tickets.get(ticketId);
    expect(ticket !== undefined && isCallable(ticket, Date.now())).toBe(false);
    virtual.setCondition({ paper: "ok" });
    await expect.poll(() => printOf(ticketId), SOON).toBe("confirmed");
    expect(ticket !== undefined && isCallable(ticket, Date.now())).toBe(true);
    expect(virtual.papers).toHaveLength(1);
    expect(factsAbout(ticketId)).toEqual(["ticket-issued", "ticket-print-confirmed"]);
    virtual.assertClean();
  });

  it("[I12] is kept as being sent before the printer has it", async () => {
    await start({});
    let kept: unknown = "nothing printed";
    virtual.onPaper(() => {
      const [ticket] = hub.engine.state.tickets.values();
      kept = ticket && hub.store.papers.stateOf({ ticketId: ticket.id, copy: 0 });
    });
    const { ticketId } = await issue();
    await expect.poll(() => printOf(ticketId), SOON).toBe("confirmed");
    expect(kept).toBe("sending");
    expect(hub.store.papers.stateOf({ ticketId, copy: 0 })).toBe("confirmed");
  });

  it("leads by its QR code to the ticket's own page", async () => {
    await start({});
    const { ticketId, token } = await issue();
    await expect.poll(() => virtual.papers.length, SOON).toBe(1);
    const [paper] = virtual.papers;
    expect(paper && readQr(paper.raster)).toBe(`${PUBLIC_URL}/p/${token}`);
    const page = await fetch(`${hub.url}/p/${token}`, { redirect: "manual" });
    expect([page.status, page.headers.get("location")]).toEqual([302, `/phone/?t=${token}`]);
    const phone = new TestClient(hub.url, {});
    expect((await phone.hello("phone", { ticketToken: token })).snapshot).toMatchObject({
      ticketId,
    });
    phone.close();
  });

  it("[I12] is printed again only when asked, and says so", async () => {
    const clock = new ManualClock();
    await start({ clock });
    const { ticketId, token } = await issue();
    await expect.poll(() => printOf(ticketId), SOON).toBe("confirmed");
    dataOf((await kiosk?.send("ticket:reprint", { ticketId })) ?? { ok: false, error: NONE });
    await expect.poll(() => virtual.papers.length, SOON).toBe(2);
    const [first, copy] = virtual.papers;
    const ticket = hub.engine.state.tickets.get(ticketId);
    const facts = { qr: `${PUBLIC_URL}/p/${token}`, copy: 1, printedAt: clock.now() };
    const document = ticket && ticketDocument(hub.engine.state, ticket, facts);
    expect(document?.reprint).toEqual({ title: "BẢN IN LẠI", count: 1 });
    expect(copy?.raster).toEqual(
      document && renderTicket(document, PRINTER_PROFILES["generic-80"]),
    );
    expect(copy?.raster).not.toEqual(first?.raster);
    expect(copy && readQr(copy.raster)).toBe(`${PUBLIC_URL}/p/${token}`);
  });

  it("[I12] that ran out half-way is told to its kiosk, and confirmed when the roll was changed", async () => {
    await start({});
    virtual.setCondition({ paperRowsLeft: 200 });
    kiosk = await aKiosk(hub);
    const news: unknown[] = [];
    const states: unknown[] = [];
    kiosk.socket.on("paper", (told) => news.push(told));
    kiosk.socket.on("printer", (told) => states.push(told));
    const { ticketId } = dataOf(await kiosk.send("ticket:issue", TICKET)) as { ticketId: string };
    await expect.poll(() => printOf(ticketId), SOON).toBe("unknown");
    await expect.poll(() => news, SOON).toEqual([{ ticketId, copy: 0, outcome: "unknown" }]);
    await expect.poll(() => states.at(-1), SOON).toEqual({ state: "paper_out" });
    const label = hub.engine.state.tickets.get(ticketId)?.label;
    expect(await alarms()).toContain(`print_unknown:${label}`);
    virtual.setCondition({ paper: "ok" });
    await expect.poll(() => printOf(ticketId), SOON).toBe("confirmed");
    expect(virtual.papers).toHaveLength(1);
    expect(await alarms()).not.toContain(`print_unknown:${label}`);
  });

  it("[I12] is a copy alone when it was asked for again before the roll was changed", async () => {
    await start({});
    virtual.setCondition({ paperRowsLeft: 200 });
    const { ticketId } = await issue();
    await expect.poll(() => printOf(ticketId), SOON).toBe("unknown");
    await kiosk?.send("ticket:reprint", { ticketId });
    await expect.poll(() => hub.store.papers.stateOf({ ticketId, copy: 1 }), SOON).toBe("failed");
    virtual.setCondition({ paper: "ok" });
    await kiosk?.send("ticket:reprint", { ticketId });
    await expect
      .poll(() => hub.store.papers.stateOf({ ticketId, copy: 2 }), SOON)
      .toBe("confirmed");
    expect(printOf(ticketId)).toBe("confirmed");
    expect(virtual.papers).toHaveLength(1);
  });

  it("[I12] is the kiosk's own where it has a printer, but for the copy an officer asks for", async () => {
    await start({});
    const { token } = pairForTest(hub, "kiosk");
    kiosk = new TestClient(hub.url, { token });
    await kiosk.hello("kiosk", { offline: { usedEpoch: 0, usedDay: null } });
    const { ticketId } = dataOf(await kiosk.send("ticket:issue", TICKET));
    dataOf(await kiosk.send("ticket:reprint", { ticketId }));
    const [first] = hub.engine.state.counters.keys();
    const counter = await anOpenCounter(hub, first ?? "");
    dataOf(await counter.send("ticket:reprint", { ticketId }));
    await expect.poll(() => virtual.papers.length, SOON).toBe(1);
    // What would have come before it has not.
    const papers = [0, 1, 2].map((copy) => ({ ticketId: String(ticketId), copy }));
    expect(papers.map((paper) => hub.store.papers.stateOf(paper) !== null)).toEqual([
      false,
      false,
      true,
    ]);
    counter.close();
  });

  it("is counted on the roll, which somebody can say that they changed", async () => {
    await start({ rollMm: 5_100 });
    await expect.poll(alarms, SOON).toEqual([]);
    const { ticketId } = await issue();
    await expect.poll(() => printOf(ticketId), SOON).toBe("confirmed");
    const launcher = async () => (await fetch(`${hub.url}/api/launcher`)).json() as Promise<never>;
    const { hub: state } = (await launcher()) as { hub: { roll: { usedMm: number } } };
    expect(state.roll.usedMm).toBeGreaterThan(90);
    const second = await issue();
    await expect.poll(() => printOf(second.ticketId), SOON).toBe("confirmed");
    expect(await alarms()).toContain("roll_low:5");
    await fetch(`${hub.url}/api/launcher/paper-changed`, {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    await expect.poll(alarms, SOON).toEqual([]);
  });

  it("fails after some tries when the printer is off, and an alarm says why", async () => {
    await start({});
    await virtual.close();
    const { ticketId } = await issue();
    await expect.poll(() => printOf(ticketId), SOON).toBe("failed");
    expect(hub.store.papers.stateOf({ ticketId, copy: 0 })).toBe("failed");
    expect(await alarms()).toContain("printer:offline");
  });
});

const NONE = { code: "internal", message: "" } as const;

describe("papers over a stop of the hub", () => {
  it("[I12] are not sent again when they may have come out; an alarm names the ticket", async () => {
    const data = temporaryFolder();
    const ticketId = await leavePending(data, (id) =>
      hub.store.papers.set({ ticketId: id, copy: 0 }, "sending", Date.now()),
    );
    await start({ data });
    await expect.poll(() => printOf(ticketId), SOON).toBe("unknown");
    const label = hub.engine.state.tickets.get(ticketId)?.label;
    expect(await alarms()).toContain(`print_unknown:${label}`);
    // The queue works: what is asked for now comes out, and nothing came before it.
    const next = await issue();
    await expect.poll(() => printOf(next.ticketId), SOON).toBe("confirmed");
    expect(virtual.papers).toHaveLength(1);
  });

  it("[I12] are printed when no byte was ever sent", async () => {
    const data = temporaryFolder();
    const ticketId = await leavePending(data, () => undefined);
    await start({ data });
    await expect.poll(() => printOf(ticketId), SOON).toBe("confirmed");
    expect(virtual.papers).toHaveLength(1);
  });

  it.each(["confirmed", "failed"] as const)(
    "are noted as %s when the hub stopped between the paper and the journal",
    async (outcome) => {
      const data = temporaryFolder();
      const ticketId = await leavePending(data, (id) =>
        hub.store.papers.set({ ticketId: id, copy: 0 }, outcome, Date.now()),
      );
      await start({ data });
      await expect.poll(() => printOf(ticketId), SOON).toBe(outcome);
      expect(virtual.papers).toHaveLength(0);
    },
  );

  it("are finished by a clean stop: the one in hand is noted before the hub is gone", async () => {
    const data = temporaryFolder();
    await start({ data });
    const { ticketId } = await issue();
    await expect.poll(() => hub.store.papers.stateOf({ ticketId, copy: 0 }), SOON).not.toBeNull();
    kiosk?.close();
    await hub.close();
    await start({ data, printer: null });
    expect(printOf(ticketId)).toBe("confirmed");
    expect(virtual.papers).toHaveLength(1);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Hub } from "../Hub.ts";
import { ticketToken } from "../identity/tokens.ts";
import { ManualClock } from "../testing/ManualClock.ts";
import { aKiosk, demoSettings, startTestHub } from "../testing/startTestHub.ts";
import { codeOf, dataOf, TestClient } from "../testing/TestClient.ts";

const TICKET = {
  serviceId: demoSettings().services[0]?.id,
  class: "normal",
  reason: null,
  language: "vi",
  print: false,
};
const SOON = { timeout: 8_000 };

interface Pushed {
  readonly status: string;
  readonly ahead: number | null;
}

let hub: Hub;
let clock: ManualClock;
let kiosk: TestClient;
let clients: TestClient[] = [];

beforeEach(async () => {
  clock = new ManualClock();
  hub = await startTestHub({ clock });
  kiosk = await aKiosk(hub);
  clients = [kiosk];
});

afterEach(async () => {
  for (const client of clients) client.close();
  await hub.close();
});

async function aTicket(): Promise<{ readonly ticketId: string; readonly token: string }> {
  return dataOf(await kiosk.send("ticket:issue", TICKET)) as { ticketId: string; token: string };
}

async function aPhone(): Promise<{ client: TestClient; pushed: Pushed[] }> {
  const client = new TestClient(hub.url, {});
  clients.push(client);
  const pushed: Pushed[] = [];
  client.socket.on("phone", (view: Pushed) => pushed.push(view));
  await client.connected();
  return { client, pushed };
}

describe("a phone", () => {
  it("sees the one ticket of its token, and how its place changes", async () => {
    const first = await aTicket();
    const second = await aTicket();
    const { client, pushed } = await aPhone();
    const { snapshot, identity } = await client.hello("phone", { ticketToken: second.token });
    expect(snapshot).toMatchObject({ ticketId: second.ticketId, status: "waiting", ahead: 1 });
    expect(identity).toBeNull();
    const other = await aPhone();
    await other.client.hello("phone", { ticketToken: first.token });
    dataOf(await other.client.send("ticket:cancel", { ticketId: first.ticketId }));
    await expect.poll(() => pushed.at(-1)?.ahead, SOON).toBe(0);
    expect(client.frames).toEqual([]);
  });

  it("is not told again what has not changed", async () => {
    const first = await aTicket();
    const { client, pushed } = await aPhone();
    await client.hello("phone", { ticketToken: first.token });
    // Whoever comes later changes nothing for it; who is cancelled behind it neither.
    const later = await aTicket();
    const other = await aPhone();
    await other.client.hello("phone", { ticketToken: later.token });
    dataOf(await other.client.send("ticket:cancel", { ticketId: later.ticketId }));
    await expect.poll(() => other.pushed, SOON).toMatchObject([{ status: "cancelled" }]);
    expect(pushed).toEqual([]);
  });

  it("may give up its own ticket and no other, and nothing else", async () => {
    const mine = await aTicket();
    const other = await aTicket();
    const { client } = await aPhone();
    await client.hello("phone", { ticketToken: mine.token });
    const cancel = (ticketId: string): Promise<unknown> =>
      client.send("ticket:cancel", { ticketId }).then(codeOf);
    expect(await cancel(other.ticketId)).toBe("not_your_ticket");
    expect(codeOf(await client.send("ticket:issue", TICKET))).toBe("forbidden");
    expect(codeOf(await client.send("ticket:return", { ticketId: mine.ticketId }))).toBe(
      "forbidden",
    );
    expect(await cancel(mine.ticketId)).toBeNull();
    expect(await cancel(mine.ticketId)).toBe("wrong_status");
    expect(hub.engine.state.tickets.get(other.ticketId)?.place.status).toBe("waiting");
  });

  it("gets nothing by a token that is forged, of another day, or none", async () => {
    const { ticketId, token } = await aTicket();
    const key = Buffer.from(hub.store.meta.read("ticket_key") ?? "", "hex");
    const day = hub.engine.state.day ?? "";
    expect(ticketToken(key, ticketId, day)).toBe(token);
    const flipped = `${token.slice(0, 30)}${token[30] === "A" ? "B" : "A"}${token.slice(31)}`;
    const forgeries = [
      flipped,
      ticketToken(key, ticketId, "2020-01-01"),
      ticketToken(Buffer.alloc(32), ticketId, day),
      ticketToken(key, "00000000-0000-7000-8000-000000000000", day),
      token.toLowerCase(),
      ticketId,
      "",
    ];
    const { client } = await aPhone();
    for (const ticketToken of forgeries)
      expect(codeOf(await client.ask("hello", { view: "phone", ticketToken }))).toBe(
        "unknown_ticket",
      );
    expect(codeOf(await client.ask("hello", { view: "phone" }))).toBe("unknown_ticket");
  });

  it("is told when its day ends, and cut off when the next begins", async () => {
    const { token } = await aTicket();
    const { client, pushed } = await aPhone();
    await client.hello("phone", { ticketToken: token });
    const gone = client.disconnected();
    clock.pass(24 * 3_600_000);
    await gone;
    expect(pushed.map(({ status }) => status).filter((status) => status !== "expired")).toEqual([]);
    const late = await aPhone();
    expect(codeOf(await late.client.ask("hello", { view: "phone", ticketToken: token }))).toBe(
      "unknown_ticket",
    );
  });
});

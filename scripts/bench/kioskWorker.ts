// One kiosk with a printer of its own, in a thread of its own as a kiosk has a machine of its own.
import { parentPort, workerData } from "node:worker_threads";
import { silentLogger } from "@luot/kit";
import {
  createTransport,
  encodeTicket,
  EscPosPrinter,
  PRINTER_PROFILES,
  renderTicket,
} from "@luot/printer";
import { benchTicket } from "./benchTicket.ts";
import { LoadClient, openAll } from "./load.ts";

/** What a kiosk of the measurement is told. */
export interface KioskWish {
  readonly url: string;
  readonly token: string;
  readonly printerPort: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly tickets: number;
  readonly everyMs: number;
  readonly firstAfterMs: number;
}

const wish = workerData as KioskWish;
const profile = PRINTER_PROFILES["generic-80"];
const address = {
  kind: "tcp",
  host: "127.0.0.1",
  port: wish.printerPort,
  profile: profile.id,
} as const;
const printer = new EscPosPrinter(createTransport(address), {
  profile,
  statusTimeoutMs: 1_000,
  completionTimeoutMs: 10_000,
  log: silentLogger,
});
const [client] = await openAll(1, () => new LoadClient(wish.url, wish.token, "kiosk"));
if (client === undefined) throw new Error("no client");
// A kiosk has drawn tickets before: the first one loads fonts and code.
renderTicket(benchTicket("A000"), profile);
await printer.status();
const telling = setInterval(() => client.tellSeen(), 1_000);

const waits: number[] = [];
await new Promise((wait) => setTimeout(wait, wish.firstAfterMs));
for (let at = 0; at < wish.tickets; at++) {
  const tappedAt = performance.now();
  const ack = await client.send("ticket:issue", wish.payload);
  if (!ack.ok) throw new Error(ack.error?.code);
  const { label } = ack.data as { readonly label: string };
  const bytes = encodeTicket(renderTicket(benchTicket(label), profile), profile);
  const outcome = await printer.print({
    id: String(at).padStart(4, "0"),
    bytes,
    beforeFirstByte: () => waits.push(performance.now() - tappedAt),
  });
  if (outcome !== "confirmed") throw new Error(`a ticket was ${outcome}`);
  const restMs = wish.everyMs - (performance.now() - tappedAt);
  if (restMs > 0) await new Promise((wait) => setTimeout(wait, restMs));
}
clearInterval(telling);
client.socket.disconnect();
await printer.close();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(waits);

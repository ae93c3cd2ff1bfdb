import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, type Prepared, prepareData } from "../../apps/hub/src/testing/HubProcess.ts";
import { sharedSettings, TEST_SECRET } from "../../apps/hub/src/testing/startTestHub.ts";
import { LoadClient, openAll } from "./load.ts";
import { type Started, startHubProcess } from "./processes.ts";

/** A hub with its devices, for one measurement. */
export interface Hall {
  readonly hub: Started;
  readonly prepared: Prepared;
  readonly services: readonly string[];
  readonly data: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** How many counters the halls of the measurements have. */
export const COUNTERS = 20;

/** Starts a hub on a fresh folder. */
export async function openHall(): Promise<Hall> {
  const data = mkdtempSync(join(tmpdir(), "luot-bench-"));
  const settings = sharedSettings(COUNTERS);
  const prepared = await prepareData(data, settings, { kiosks: 1, displays: 1 });
  return hallOn(data, prepared, () => rmSync(data, { recursive: true, force: true }));
}

/** Starts a hub on a folder that is already there. */
export async function hallOn(
  data: string,
  prepared: Prepared,
  forget: () => void = () => undefined,
): Promise<Hall> {
  const port = await freePort();
  const hub = await startHubProcess(data, port);
  const services = sharedSettings(COUNTERS).services.map(({ id }) => id);
  const close = async (): Promise<void> => {
    await hub.end("SIGTERM");
    forget();
  };
  return { hub, prepared, services, data, port, close };
}

/** Kiosks in step. */
export function openKiosks({ hub, prepared }: Hall, count: number): Promise<readonly LoadClient[]> {
  return openAll(count, () => new LoadClient(hub.url, prepared.kiosks[0] ?? "", "kiosk"));
}

/** Displays in step. */
export function openDisplays(
  { hub, prepared }: Hall,
  count: number,
): Promise<readonly LoadClient[]> {
  return openAll(count, () => new LoadClient(hub.url, prepared.displays[0] ?? "", "display"));
}

/** A counter with its officer, open. */
export interface Desk {
  readonly client: LoadClient;
  readonly counterId: string;
}

/** All counters, signed in and open. */
export async function openDesks({ hub, prepared }: Hall): Promise<readonly Desk[]> {
  const ids = Object.keys(prepared.counters);
  const clients = await openAll(ids.length, (i) => {
    const token = prepared.counters[ids[i] ?? ""] ?? "";
    return new LoadClient(hub.url, token, "counter");
  });
  const desks = clients.map((client, i) => ({ client, counterId: ids[i] ?? "" }));
  await Promise.all(
    desks.map(async ({ client, counterId }) => {
      await client.send("officer:sign-in", {
        username: `officer-${counterId}`,
        password: TEST_SECRET,
      });
      const ack = await client.send("counter:open", { counterId });
      if (!ack.ok && ack.error?.code !== "counter_taken") throw new Error(ack.error?.code);
    }),
  );
  return desks;
}

/** The payload of a number for some service, in turn. */
export function issuePayload({ services }: Hall, turn: number): Readonly<Record<string, unknown>> {
  const serviceId = services[turn % services.length];
  return { serviceId, class: "normal", reason: null, language: "vi", print: false };
}

/** Ends clients. */
export function closeAll(clients: readonly LoadClient[]): void {
  for (const { socket } of clients) socket.disconnect();
}

/** Lets all clients say what they have seen, once a second, until stopped. */
export function keepTelling(clients: readonly LoadClient[]): () => void {
  const timer = setInterval(() => {
    for (const client of clients) client.tellSeen();
  }, 1_000);
  return () => clearInterval(timer);
}

import type { AddressInfo } from "node:net";
import { openStore, type Store } from "@luot/store";
import type { FastifyInstance } from "fastify";
import { type Core, createCore } from "./core.ts";
import type { CentreEngine } from "./engine/CentreEngine.ts";
import { createDesk } from "./dossiers/desk/createDesk.ts";
import { type HubDossiers, openDossiers } from "./dossiers/openDossiers.ts";
import type { HubOptions } from "./HubOptions.ts";
import { createHttp } from "./http/createHttp.ts";
import { type DemoAccount, makeDemoAccounts } from "./identity/demoAccounts.ts";
import { createPapers, type Papers } from "./printing/createPapers.ts";
import { SocketHub } from "./sockets/SocketHub.ts";

/** A hub that runs. */
export interface Hub {
  readonly port: number;
  readonly url: string;
  readonly accounts: readonly DemoAccount[];
  readonly store: Store;
  readonly engine: CentreEngine;
  /** Stops cleanly: what was accepted is committed and answered first. */
  readonly close: () => Promise<void>;
}

const DAY_TICK_MS = 1_000;
const CONTACTS_SWEEP_MS = 60_000;
const LET_FINISH_MS = 2_000;

/**
 * Starts the hub: the composition root, where all parts meet.
 *
 * @throws StoreError or NoSettingsError with advice, or the system's error for a taken port
 */
export async function startHub(options: HubOptions): Promise<Hub> {
  const store = openStore(options.data);
  try {
    const core = await createCore(options, store);
    return await openToNetwork(options, core);
  } catch (cause) {
    store.close();
    throw cause;
  }
}

async function openToNetwork(options: HubOptions, core: Core): Promise<Hub> {
  const accounts = options.isDemo ? await makeDemoAccounts(core.store.identities) : [];
  const dossiers = await openDossiers(options, core);
  const network: { sockets?: SocketHub; papers?: Papers } = {};
  const printerState = (): ReturnType<Papers["state"]> => network.papers?.state() ?? "none";
  const http = await createHttp({
    ...options,
    ...core,
    accounts,
    dossiers,
    sockets: () => present(network.sockets),
    printerState,
    startedAt: options.clock.now(),
    isLoadTest: options.limits.isLoadTest,
    now: () => options.clock.now(),
  });
  network.sockets = new SocketHub(http.server, {
    ...options,
    ...core,
    journal: core.store.journal,
    identities: core.store.identities,
    series: core.store.series,
    dossiers: createDesk(options, core, dossiers),
    isAutoPaired: options.isDemo,
    printerState,
  });
  const { sockets } = network;
  core.onEvents((events) => sockets.publish(events));
  try {
    await http.listen({ host: options.host, port: options.port });
  } catch (cause) {
    await sockets.close();
    await dossiers?.close();
    throw cause;
  }
  const { port } = http.server.address() as AddressInfo;
  const url = `http://localhost:${port}`;
  network.papers = await createPapers(options, core, options.publicUrl ?? url, {
    onPrinter: (state) => sockets.tellPrinter(state),
    onPaper: (deviceId, news) => sockets.tellPaper(deviceId, news),
  });
  const { store, engine } = core;
  options.log.info("hub started", { port, seq: engine.state.seq, day: engine.state.day });
  const close = stopper(options, core, { http, sockets, papers: network.papers, dossiers });
  return { port, url, accounts, store, engine, close };
}

function stopper(
  { log, clock }: HubOptions,
  core: Core,
  network: {
    readonly http: FastifyInstance;
    readonly sockets: SocketHub;
    readonly papers: Papers;
    readonly dossiers: HubDossiers | null;
  },
): () => Promise<void> {
  const { store, engine, snapshots, dayClock } = core;
  const timers = [
    setInterval(() => {
      dayClock.tick().catch((cause: unknown) => log.error("day change", { cause }));
    }, DAY_TICK_MS),
    setInterval(() => store.contacts.eraseExpired(clock.now()), CONTACTS_SWEEP_MS),
  ];
  let closing: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    for (const timer of timers) clearInterval(timer);
    // The paper in hand is finished first, so that its outcome is in the journal.
    await network.papers.close();
    while (engine.pending > 0) await new Promise((resolve) => setImmediate(resolve));
    // The server waits for every connection, and somebody may be at a long download.
    const late = setTimeout(() => network.http.server.closeAllConnections(), LET_FINISH_MS);
    await network.sockets.close();
    clearTimeout(late);
    await network.http.close();
    await network.dossiers?.close();
    while (engine.pending > 0) await new Promise((resolve) => setImmediate(resolve));
    snapshots.take(engine.state);
    store.close();
    log.info("hub stopped", { seq: engine.state.seq });
  };
  return () => (closing ??= stop());
}

function present(sockets: SocketHub | undefined): SocketHub {
  if (sockets === undefined) throw new Error("the sockets are not up yet");
  return sockets;
}

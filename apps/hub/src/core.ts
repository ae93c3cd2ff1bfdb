import { randomBytes, randomUUID } from "node:crypto";
import type { Ack } from "@luot/contract";
import type { CommandOf, CommandType, Event } from "@luot/domain";
import type { Store } from "@luot/store";
import { ensureCatalogue } from "./catalogue/ensureCatalogue.ts";
import { Alarms } from "./Alarms.ts";
import { DeviceHealth } from "./DeviceHealth.ts";
import { CentreEngine } from "./engine/CentreEngine.ts";
import { DayClock } from "./engine/DayClock.ts";
import { loadState } from "./engine/loadState.ts";
import { SnapshotKeeper } from "./engine/SnapshotKeeper.ts";
import type { HubOptions } from "./HubOptions.ts";
import { OfficerDesk } from "./identity/OfficerDesk.ts";
import { Pairing } from "./identity/Pairing.ts";
import { ticketToken } from "./identity/tokens.ts";
import { Metrics } from "./metrics.ts";
import { createMonotonicIds } from "./monotonicIds.ts";
import { RollMeter } from "./printing/RollMeter.ts";
import { SettingsPublisher } from "./settings/SettingsPublisher.ts";

/** The hub without its network: what decides, keeps and knows. */
export interface Core {
  readonly store: Store;
  readonly engine: CentreEngine;
  readonly alarms: Alarms;
  readonly health: DeviceHealth;
  readonly roll: RollMeter;
  readonly metrics: Metrics;
  readonly snapshots: SnapshotKeeper;
  readonly settings: SettingsPublisher;
  readonly dayClock: DayClock;
  readonly officers: OfficerDesk;
  readonly pairing: Pairing;
  /** When the last fact of the run before was written, epoch ms; `null` in a new folder. */
  readonly lastEventAt: number | null;
  readonly epoch: string;
  readonly masterKey: Buffer;
  readonly newId: () => string;
  /** Runs a command of the hub's own. */
  readonly asHub: <T extends CommandType>(
    type: T,
    payload: CommandOf<T>["payload"],
  ) => Promise<Ack>;
  /** Adds somebody who is told of committed facts, in order. */
  readonly onEvents: (listener: (events: readonly Event[]) => void) => void;
}

/** A new data folder needs settings before anything else. */
export class NoSettingsError extends Error {}

/**
 * Builds the core on an open store and brings it to today: newest settings, right service day.
 *
 * @throws NoSettingsError for a new data folder without settings
 */
export async function createCore(options: HubOptions, store: Store): Promise<Core> {
  const now = (): number => options.clock.now();
  const [last] = store.journal.eventsAfter(store.journal.lastSeq - 1, 1);
  const lastEventAt = last?.at ?? null;
  const newId = createMonotonicIds(now);
  ensureSettings(options, store);
  ensureCatalogue(options, store);
  const epoch = store.meta.readOrMake("epoch", () => randomUUID());
  const key = store.meta.readOrMake("ticket_key", () => randomBytes(32).toString("hex"));
  const masterKey = Buffer.from(key, "hex");
  const metrics = new Metrics();
  const alarms = new Alarms(now);
  const listeners: ((events: readonly Event[]) => void)[] = [];
  const engine = new CentreEngine({
    journal: store.journal,
    load: () => loadState(store),
    now,
    newId,
    tokenOf: (ticketId, day) => ticketToken(masterKey, ticketId, day),
    publish: (events) => listeners.forEach((listener) => listener(events)),
    onCommit: (commands, events, ms) => metrics.committed(commands, events, ms),
    log: options.log,
  });
  const asHub: Core["asHub"] = (type, payload) =>
    engine.run({
      id: newId(),
      type,
      payload,
      actor: { kind: "hub", id: "" },
      deviceId: null,
    } as CommandOf<typeof type>);
  const snapshots = new SnapshotKeeper(store.journal, now);
  listeners.push(() => setImmediate(() => snapshots.keep(engine.state)));
  const core: Core = {
    store,
    engine,
    alarms,
    health: new DeviceHealth(alarms),
    roll: new RollMeter({ meta: store.meta, alarms, now, rollMm: options.rollMm }),
    metrics,
    snapshots,
    settings: new SettingsPublisher(store.settings, engine, newId),
    dayClock: createDayClock(options, lastEventAt, engine, alarms, asHub),
    officers: new OfficerDesk(store.identities, options.clock),
    pairing: new Pairing(store.identities, options.clock, newId),
    lastEventAt,
    epoch,
    masterKey,
    newId,
    asHub,
    onEvents: (listener) => listeners.push(listener),
  };
  const published = await core.settings.publishLatest();
  if (!published.ok) options.log.warn("settings not in force", { code: published.error.code });
  await core.dayClock.tick();
  return core;
}

function ensureSettings({ firstSettings, clock }: HubOptions, { settings }: Store): void {
  if (settings.latest() !== null) return;
  if (firstSettings === null)
    throw new NoSettingsError(
      "This data folder has no settings yet. Import the centre's first: luot settings import FILE --data FOLDER",
    );
  settings.add(firstSettings, clock.now());
}

function createDayClock(
  { clock, log }: HubOptions,
  lastEventAt: number | null,
  engine: CentreEngine,
  alarms: Alarms,
  asHub: Core["asHub"],
): DayClock {
  return new DayClock({
    clock,
    state: () => engine.state,
    open: (day) => asHub("day:open", { day }),
    close: (day) => asHub("day:close", { day }),
    onSuspicion: (isSuspect, jumpMs) => {
      log.warn("wall clock", { isSuspect, jumpMs });
      alarms.clearKind("clock_jumped");
      if (isSuspect) alarms.raise("clock_jumped", String(Math.round(jumpMs / 1_000)));
    },
    lastEventAt,
    log,
  });
}

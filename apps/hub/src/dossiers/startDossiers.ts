import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { CentreSettings } from "@luot/domain";
import type { Clock, Logger } from "@luot/kit";
import {
  openRegister,
  openRegisterReader,
  registerKey,
  type RegisterOptions,
  type RegisterReader,
} from "@luot/store";
import type { Alarms } from "../Alarms.ts";
import type { CreateConnector, SourceConnector } from "./connectors.ts";
import { dossierSettingsOf } from "./dossierSettings.ts";
import { WatchedFolder } from "./folder/WatchedFolder.ts";
import { InProcessWriter } from "./InProcessWriter.ts";
import { registerConfigOf, registerRules } from "./registerRules.ts";
import { RegisterThread, TASK_LIMITS } from "./RegisterThread.ts";
import type { RegisterWriter } from "./RegisterWriter.ts";
import { Sources } from "./sources/Sources.ts";

/** What dossiers need of the hub. */
export interface DossiersOptions {
  /** The hub's data folder, or `:memory:`: then there is no thread and no folder to drop files in. */
  readonly data: string;
  /** The settings in force. */
  readonly settings: () => CentreSettings;
  readonly alarms: Alarms;
  readonly clock: Clock;
  /** Whether the wall clock is believed; nothing is erased by one that jumped. */
  readonly isClockSure: () => boolean;
  readonly log: Logger;
  /** What fetches over the network. */
  readonly connectors: readonly CreateConnector[];
}

/** The dossiers of a hub that runs. */
export interface Dossiers {
  /** Read on the hub's own thread; reading never waits for an import. */
  readonly register: RegisterReader;
  readonly writer: RegisterWriter;
  readonly sources: Sources;
  readonly connectors: readonly SourceConnector[];
  /** Where files are dropped; `null` in memory. */
  readonly inFolder: string | null;
  /** The settings the dossiers go by, as of now. */
  readonly settings: () => CentreSettings;
  /** To be called when other settings come into force. */
  readonly settingsChanged: () => Promise<void>;
  /** Whether the data is older than the centre allows; not before there is any. */
  readonly isStale: () => boolean;
  /** Ends timers, connectors and the thread; a file that takes long is taken at the next start. */
  readonly close: () => Promise<void>;
}

/** A start has more urgent work than rules that may have changed. */
const ADOPT_AFTER_MS = 15_000;
const LOOK_MS = 1_000;
const STALE_CHECK_MS = 60_000;
const LEFT_CHECK_MS = 60_000;
const ERASE_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** The largest spreadsheet that is taken needs most of it. */
const HEAP_MB = 1_536;
/** More than the thread is given to end. */
const CLOSE_MS = 10_000;
const ALARM = "dossiers_stale";

/**
 * Opens the register of dossiers and starts all that feeds it: the thread that writes, the folder
 * files are dropped into, what fetches, and the erasing of what is past its purpose.
 *
 * @throws StoreError with advice when the register can't be opened
 */
export async function startDossiers(options: DossiersOptions): Promise<Dossiers> {
  const { register, writer } = openBoth(options);
  const connectors: SourceConnector[] = [];
  const close = (): Promise<void> => closeAll(options, { register, writer, connectors });
  try {
    const { alarms, clock, log } = options;
    const sources = new Sources(register, writer, (all) => {
      for (const connector of connectors) connector.useSources(all);
    });
    for (const create of options.connectors)
      connectors.push(create({ register, writer, alarms, clock, log }));
    for (const connector of connectors) connector.useSources(sources.all());
    const parts = { register, writer, sources, connectors };
    const folder = watchedFolder(options, parts);
    const stop = startTimers(options, parts, folder);
    return {
      ...parts,
      inFolder: folder?.inFolder ?? null,
      settings: options.settings,
      settingsChanged: createAdopter(options, writer),
      isStale: () => isStale(options, register),
      async close() {
        stop();
        await close();
      },
    };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/**
 * Closes all at once: a connector may wait for the writer, whose waiting tasks are refused when it
 * closes. What does not end in time is left behind, for a hub has to end.
 */
async function closeAll(
  { log }: DossiersOptions,
  { register, writer, connectors }: Pick<Dossiers, "register" | "writer" | "connectors">,
): Promise<void> {
  const closing = [writer, ...connectors].map((part) => part.close());
  const isClosed = Promise.all(closing).then(() => true);
  const { promise: isLate, resolve } = Promise.withResolvers<false>();
  const late = setTimeout(() => resolve(false), CLOSE_MS);
  try {
    if (!(await Promise.race([isClosed, isLate])))
      log.error("a part of the dossiers did not end, and is left behind", { waitedMs: CLOSE_MS });
  } finally {
    clearTimeout(late);
    register.close();
  }
}

/** The folder files are dropped into; without it all else goes on. `null` in memory, too. */
function watchedFolder(
  { data, alarms, clock, log }: DossiersOptions,
  { writer, sources }: Pick<Dossiers, "writer" | "sources">,
): WatchedFolder | null {
  if (data === ":memory:") return null;
  const folder = join(data, "dossiers");
  try {
    return new WatchedFolder({
      folder,
      writer,
      find: (id) => sources.find(id),
      alarms,
      clock,
      log,
    });
  } catch (cause) {
    log.error("the folder files of dossiers are dropped into can't be made", { cause });
    alarms.raise("register", "folder");
    return null;
  }
}

function openBoth(options: DossiersOptions): {
  readonly register: RegisterReader;
  readonly writer: RegisterWriter;
} {
  const { data, settings, clock, alarms, log } = options;
  const now = clock.now();
  const config = registerConfigOf(settings());
  if (data === ":memory:") {
    const key = randomBytes(32);
    const register = openRegister(data, { key, rules: registerRules(config), now });
    const writer = new InProcessWriter({ register, config, onProgress: () => undefined });
    return { register, writer };
  }
  const key = registerKey(data);
  const register = openReader(data, { key, rules: registerRules(config), now });
  const writer = new RegisterThread({
    folder: data,
    config,
    now: () => clock.now(),
    alarms,
    log,
    heapMb: HEAP_MB,
    limits: TASK_LIMITS,
  });
  return { register, writer };
}

/**
 * Opens the register to read it, making it or bringing it up to this release first where that is
 * needed. The thread begins with its first task: a hub without dossiers never has it.
 */
function openReader(folder: string, options: RegisterOptions): RegisterReader {
  try {
    return openRegisterReader(folder, options);
  } catch {
    // There is none yet, or an older one. What is wrong otherwise is told by opening it to write.
    openRegister(folder, options).close();
    return openRegisterReader(folder, options);
  }
}

/** Brings other settings to the register; the same ones cost nothing. */
function createAdopter(
  { settings }: DossiersOptions,
  writer: RegisterWriter,
): Dossiers["settingsChanged"] {
  let known = JSON.stringify(registerConfigOf(settings()));
  return async () => {
    const config = registerConfigOf(settings());
    if (JSON.stringify(config) === known) return;
    known = JSON.stringify(config);
    await writer.run("adopt", config);
  };
}

function startTimers(
  options: DossiersOptions,
  { register, writer }: Pick<Dossiers, "register" | "writer">,
  folder: WatchedFolder | null,
): () => void {
  const { log } = options;
  const every = (ms: number, what: string, act: () => Promise<unknown>): NodeJS.Timeout =>
    setInterval(() => {
      act().catch((cause: unknown) => log.error(what, { cause }));
    }, ms).unref();
  const adopt = (): void => {
    writer
      .run("adopt", registerConfigOf(options.settings()))
      .catch((cause: unknown) => log.error("the rules of dossiers", { cause }));
  };
  // A run that the end of the program cut off is ended by the thread, as soon as it begins.
  const isCutOff = register.runs(1)[0]?.outcome === null;
  const adopting = setTimeout(adopt, isCutOff ? 0 : ADOPT_AFTER_MS).unref();
  const timers = [
    every(STALE_CHECK_MS, "the age of dossiers", async () => tellStale(options, register)),
    every(ERASE_MS, "erasing dossiers", () => eraseIfSure(options, writer)),
  ];
  if (folder !== null)
    timers.push(
      every(LOOK_MS, "the folder of dossiers", () => folder.look()),
      every(LEFT_CHECK_MS, "the folder of dossiers", () => folder.tellLeft()),
      every(ERASE_MS, "the folder of dossiers", async () => {
        if (options.isClockSure()) await folder.sweep();
      }),
    );
  return () => {
    clearTimeout(adopting);
    for (const timer of timers) clearInterval(timer);
  };
}

function isStale({ settings, clock }: DossiersOptions, register: RegisterReader): boolean {
  const asOf = register.asOf();
  const { staleAfterMinutes } = dossierSettingsOf(settings());
  return asOf !== null && clock.now() - asOf > staleAfterMinutes * MINUTE_MS;
}

function tellStale(options: DossiersOptions, register: RegisterReader): void {
  const { alarms } = options;
  // Those about one source are the connectors' own.
  const isRaised = alarms.all().some(({ kind, subject }) => kind === ALARM && subject === "");
  if (!isStale(options, register)) alarms.clearWhere(ALARM, (subject) => subject === "");
  else if (!isRaised) alarms.raise(ALARM, "");
}

/** What is erased comes back from nowhere, so a clock that jumped erases nothing. */
async function eraseIfSure(
  { settings, clock, log, isClockSure }: DossiersOptions,
  writer: RegisterWriter,
): Promise<void> {
  if (!isClockSure()) return log.warn("nothing is erased: the clock is not sure");
  const { keep } = dossierSettingsOf(settings());
  const erased = await writer.run("erase", { now: clock.now(), keep });
  log.info("dossiers past their purpose erased", { ...erased });
}

import type { DossierSource } from "@luot/contract";
import type { Alarms } from "../../Alarms.ts";
import type { ConnectorTools, SourceConnector } from "../connectors.ts";
import { registerPortOf } from "../registerPortOf.ts";
import type { Fetch } from "./askOverHttp.ts";
import { type Later, PullJob, type PullTools } from "./PullJob.ts";
import type { PulledSource } from "./pullPass.ts";

/** What fetching needs besides the register. */
export interface PullOptions {
  readonly fetch: Fetch;
  readonly later: Later;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Patterns of other systems' numbers that are codes here too, as of the settings in force. */
  readonly extraCodes: () => readonly string[];
  /** A source's clock may be so far off before it is taken for wrong, ms. */
  readonly clockToleranceMs: number;
}

interface Running {
  readonly source: PulledSource;
  readonly job: PullJob;
}

/** Two minutes: more is no slow answer, and no clock that is looked after. */
export const CLOCK_TOLERANCE_MS = 120_000;

const ALARM = "dossiers_stale";
/** A few failures are a network's; five take a minute at least. */
const FAILURES_UNTIL_ALARM = 5;

/** A timer that keeps no process alive. */
export const unrefLater: Later = (delayMs, act) => {
  const timer = setTimeout(act, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Fetches all sources of kind `pull` that are on; each has a job of its own. */
export function createPullConnector(tools: ConnectorTools, options: PullOptions): SourceConnector {
  const jobs = new Map<string, Running>();
  const ending = new Set<Promise<void>>();
  const pullTools: PullTools = {
    register: registerPortOf(tools.writer),
    cursorOf: (id) => tools.register.source(id)?.cursor ?? null,
    passwordOf: (id) => tools.register.secretOf(id),
    clock: tools.clock,
    log: tools.log,
    onTurn: createAlarm(tools.alarms),
    ...options,
  };
  const end = (id: string): void => {
    const ended = jobs.get(id)?.job.close() ?? Promise.resolve();
    jobs.delete(id);
    tools.alarms.clear(alarmId(id));
    ending.add(ended);
    void ended.finally(() => ending.delete(ended));
  };
  const start = async (source: PulledSource): Promise<void> => {
    // The job before may still keep its page: two would take the same place.
    await Promise.all(ending);
    const job = jobs.get(source.id);
    if (job?.source === source) await job.job.runNow();
  };
  return {
    useSources: (sources) => {
      const wanted = new Map(sources.filter(isPulled).map((source) => [source.id, source]));
      for (const [id, { source }] of jobs) if (!isSame(source, wanted.get(id))) end(id);
      for (const [id, source] of wanted) {
        if (jobs.has(id)) continue;
        jobs.set(id, { source, job: new PullJob(source, pullTools) });
        void start(source);
      }
    },
    runNow: (id) => {
      const running = jobs.get(id);
      if (running !== undefined) void running.job.runNow();
      return running !== undefined;
    },
    close: async () => {
      for (const id of jobs.keys()) end(id);
      await Promise.all(ending);
    },
  };
}

function alarmId(sourceId: string): string {
  return `${ALARM}:${sourceId}`;
}

/** The age of all data says nothing of a source that never could be read: this does. */
function createAlarm(alarms: Alarms): PullTools["onTurn"] {
  return (sourceId, fault, failures) => {
    const id = alarmId(sourceId);
    if (fault === null) alarms.clear(id);
    else if (failures >= FAILURES_UNTIL_ALARM && !alarms.all().some((alarm) => alarm.id === id))
      alarms.raise(ALARM, sourceId);
  };
}

function isPulled(source: DossierSource): source is PulledSource {
  return source.kind === "pull" && source.isOn;
}

/** Whether a document says what the running one said. */
function isSame(running: PulledSource, wanted: PulledSource | undefined): boolean {
  return wanted !== undefined && JSON.stringify(running) === JSON.stringify(wanted);
}

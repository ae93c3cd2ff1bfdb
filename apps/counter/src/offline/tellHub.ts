import type { CounterLog, ErrorCode } from "@luot/contract";
import type { HubClient } from "@luot/hub-client";
import { type HubSide, mergeStep, type MergeStep, refused, taken } from "./merging.ts";

/** What is told, by whom, and where what came of it is kept. */
export interface Telling {
  readonly hub: HubClient<"counter">;
  readonly counterId: string;
  /** The log as it is now; `null` once there is nothing to tell, or nobody to tell it. */
  readonly log: () => CounterLog | null;
  /**
   * Changes the log as it is by then, if its oldest entry is still this one.
   *
   * @returns whether that is kept; the disk may be full
   */
  readonly settle: (entryId: string, change: (log: CounterLog) => CounterLog) => boolean;
  /** All is told. */
  readonly end: () => void;
  /** Told when the hub does not know of the session. */
  readonly onSession: (code: "not_signed_in" | "session_locked") => void;
  /** A number read off a paper that the hub does not know is given up after this long. */
  readonly unknownAfterMs: number;
}

const PAUSE_MS = 1_000;
const LOOK_EVERY_MS = 250;
/** A wish that the hub fails at again and again is not to stop those behind it. */
const MAX_FAULTS = 10;

/** Answers that say nothing of the wish itself: it is sent again. */
const AGAIN: ReadonlySet<string> = new Set<ErrorCode | "disconnected">([
  "disconnected",
  "rate_limited",
  "unavailable",
  "hello_first",
]);

/**
 * Tells the hub what was done without it, one entry after the other, each under its own id; ends
 * paper mode when all is told. Returns when it is done, or can't go on.
 */
export async function tellHub(telling: Telling): Promise<void> {
  const { hub, counterId, log: read, settle } = telling;
  const startedAt = performance.now();
  let here = hub.getState().view?.counters[counterId]?.ticketId ?? null;
  let faults = 0;
  let isPaused = hub.getState().view?.counters[counterId]?.status === "paused";
  for (let log = read(); log !== null; log = read()) {
    const isLate = performance.now() - startedAt > telling.unknownAfterMs;
    const step = mergeStep(log, sideOf(hub, here, isLate));
    if (step.kind === "done") return telling.end();
    if (isPaused && step.kind === "send" && step.entry.kind === "call") {
      // It went to its break before the hub was gone, and has called people since.
      const resumed = await hub.send("counter:resume", { counterId });
      isPaused = !resumed.ok && AGAIN.has(resumed.code);
      if (isPaused) await pause(PAUSE_MS);
      continue;
    }
    const outcome = await take(step, telling, faults);
    if (outcome.kind === "again") {
      faults = outcome.faults;
      await pause(outcome.waitMs);
      continue;
    }
    faults = 0;
    here = outcome.kind === "taken" ? outcome.ticketId : here;
    const isKept = settle(step.entry.id, (now) =>
      outcome.kind === "taken" ? taken(now, outcome.ticketId) : refused(now, outcome.code),
    );
    // It is said again, under the same id: not as fast as the hub answers.
    if (!isKept) await pause(PAUSE_MS);
  }
}

type Outcome =
  | { readonly kind: "taken"; readonly ticketId: string | null }
  | { readonly kind: "refused"; readonly code: ErrorCode }
  | { readonly kind: "again"; readonly waitMs: number; readonly faults: number };

async function take(
  step: Exclude<MergeStep, { kind: "done" }>,
  { hub, onSession }: Telling,
  faults: number,
): Promise<Outcome> {
  if (step.kind === "wait") return { kind: "again", waitMs: LOOK_EVERY_MS, faults };
  if (step.kind === "refuse") return { kind: "refused", code: step.code };
  const { wish, entry } = step;
  const answer = await hub.send(wish.type, wish.payload, { id: entry.id });
  if (answer.ok)
    return { kind: "taken", ticketId: wish.type === "ticket:call" ? wish.payload.ticketId : null };
  const { code } = answer;
  const isSession = code === "not_signed_in" || code === "session_locked";
  if (isSession) onSession(code);
  if (isSession || code === "disconnected" || AGAIN.has(code))
    return { kind: "again", waitMs: PAUSE_MS, faults };
  // A hub that is full or busy will take it later; one that fails at it may fail for ever.
  if (code === "internal" && faults + 1 < MAX_FAULTS)
    return { kind: "again", waitMs: PAUSE_MS, faults: faults + 1 };
  return { kind: "refused", code };
}

function sideOf(hub: HubClient<"counter">, here: string | null, isLate: boolean): HubSide {
  const tickets = Object.values(hub.getState().view?.tickets ?? {});
  return {
    here,
    find: (label) => tickets.find((ticket) => ticket.label === label)?.id ?? null,
    isLate,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

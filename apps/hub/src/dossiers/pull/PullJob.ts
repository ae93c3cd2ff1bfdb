import type { Clock, Logger } from "@luot/kit";
import type { Fetch } from "./askOverHttp.ts";
import { ListClient } from "./ListClient.ts";
import { nextDelayMs } from "./nextDelay.ts";
import { readCursor } from "./PullCursor.ts";
import { plainFault, type PullFault } from "./pullFault.ts";
import { type PulledSource, pullPass } from "./pullPass.ts";
import type { RegisterPort } from "./RegisterPort.ts";

/** Acts after a while. @returns what calls it off */
export type Later = (delayMs: number, act: () => void) => () => void;

/** What all pull jobs work with. */
export interface PullTools {
  readonly register: RegisterPort;
  /** Where a source was left, as it was kept; `null` before its first page. */
  readonly cursorOf: (sourceId: string) => string | null;
  /** The password of a source, or `null`. */
  readonly passwordOf: (sourceId: string) => string | null;
  readonly extraCodes: () => readonly string[];
  readonly clock: Clock;
  readonly clockToleranceMs: number;
  readonly fetch: Fetch;
  readonly later: Later;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Told after each turn; `null`: all is well. */
  readonly onTurn: (sourceId: string, fault: PullFault | null, failures: number) => void;
  readonly log: Logger;
}

/** Fetches one source again and again, until it is closed. */
export class PullJob {
  readonly #source: PulledSource;
  readonly #tools: PullTools;
  readonly #stop = new AbortController();
  readonly #client: ListClient;
  #failures = 0;
  #lastReason: PullFault["reason"] | null = null;
  #callOff: () => void = () => undefined;
  #turn: Promise<void> | null = null;

  constructor(source: PulledSource, tools: PullTools) {
    this.#source = source;
    this.#tools = tools;
    this.#client = new ListClient({
      pull: source.pull,
      password: () => tools.passwordOf(source.id),
      fetch: tools.fetch,
      signal: this.#stop.signal,
    });
  }

  /** Reads the source now, and then in its time. One turn at a time: while one lasts, this is it. */
  runNow(): Promise<void> {
    this.#callOff();
    this.#turn ??= this.#run().finally(() => {
      this.#turn = null;
    });
    return this.#turn;
  }

  /** Ends after the page in hand. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.#callOff();
    await this.#turn;
  }

  async #run(): Promise<void> {
    const fault = await this.#pass();
    if (this.#stop.signal.aborted) return;
    this.#failures = fault === null ? 0 : this.#failures + 1;
    this.#lastReason = fault?.reason ?? null;
    const { tools, id } = { tools: this.#tools, id: this.#source.id };
    if (fault !== null)
      tools.log.warn("a source of dossiers could not be read", {
        source: id,
        reason: fault.reason,
        status: fault.status,
        failures: this.#failures,
      });
    tools.onTurn(id, fault, this.#failures);
    const delayMs = nextDelayMs({
      failures: this.#failures,
      retryAfterMs: fault?.retryAfterMs ?? null,
      everyMs: this.#source.pull.everyMinutes * 60_000,
      random: tools.random(),
    });
    this.#callOff = tools.later(delayMs, () => void this.runNow());
  }

  async #pass(): Promise<PullFault | null> {
    const { cursorOf, register, clock, clockToleranceMs, extraCodes, log } = this.#tools;
    const { id, pull } = this.#source;
    try {
      const { fault } = await pullPass(
        {
          source: this.#source,
          client: this.#client,
          register,
          now: () => clock.now(),
          clockToleranceMs,
          extraCodes,
        },
        readCursor(cursorOf(id), pull.url),
        this.#lastReason,
      );
      return fault;
    } catch (cause) {
      // The register can't be written now; what was kept before stays, and the next turn goes on.
      log.error("dossiers could not be kept", { source: id, cause });
      return plainFault("register_failed");
    }
  }
}

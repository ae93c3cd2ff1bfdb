import type { Ack, ErrorCode } from "@luot/contract";
import {
  actorText,
  type Command,
  type Context,
  decide,
  type Event,
  evolve,
  type State,
} from "@luot/domain";
import type { Logger } from "@luot/kit";
import type { CommandRecord, Journal, JournalEntry } from "@luot/store";
import { answerOf } from "./answerOf.ts";

/** What the engine is handed. */
export interface EngineDeps {
  readonly journal: Journal;
  /** Builds the state anew from the journal. */
  readonly load: () => State;
  readonly now: () => number;
  readonly newId: () => string;
  /** The opaque token of a ticket's phone page. */
  readonly tokenOf: (ticketId: string, day: string) => string;
  /** Told after each commit, before anybody else can ask. */
  readonly publish: (events: readonly Event[]) => void;
  readonly onCommit?: (commands: number, events: number, ms: number) => void;
  readonly log: Logger;
}

interface Waiting {
  readonly command: Command;
  readonly answer: (ack: Ack) => void;
}

interface Decided {
  readonly waiting: Waiting;
  readonly ack: Ack;
}

/** A turn never decides more than this at once, so that one commit stays short. */
const MAX_BATCH = 512;

/**
 * Runs one centre: the single writer of its journal. Commands that wait in the same turn of the
 * event loop share one durable transaction; each is answered after it, then the facts are published.
 */
export class CentreEngine {
  readonly #deps: EngineDeps;
  #state: State;
  #waiting: Waiting[] = [];
  #isCommitting = false;
  #isScheduled = false;

  constructor(deps: EngineDeps) {
    this.#deps = deps;
    this.#state = deps.load();
  }

  /** The state as committed. Read only; it changes in place with each commit. */
  get state(): State {
    return this.#state;
  }

  /** How many commands wait for their commit. */
  get pending(): number {
    return this.#waiting.length + (this.#isCommitting ? 1 : 0);
  }

  /**
   * Applies a command once and answers when that is durable; the same id again gives the same
   * answer (I8). Never rejects.
   */
  run(command: Command): Promise<Ack> {
    return new Promise((resolve) => this.submit(command, resolve));
  }

  /** As `run`; `answer` is called in the turn of the commit, before the facts are published. */
  submit(command: Command, answer: (ack: Ack) => void): void {
    this.#waiting.push({ command, answer });
    this.#schedule();
  }

  /** Resolves when no commit is in flight: from then to the end of the turn the state is durable. */
  async settled(): Promise<void> {
    while (this.#isCommitting) await new Promise((resolve) => setImmediate(resolve));
  }

  #schedule(): void {
    if (this.#isScheduled || this.#isCommitting) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      void this.#commit();
    });
  }

  async #commit(): Promise<void> {
    if (this.#isCommitting || this.#waiting.length === 0) return;
    this.#isCommitting = true;
    const batch = this.#waiting.splice(0, MAX_BATCH);
    const startedAt = performance.now();
    const expectedSeq = this.#state.seq;
    const entries = new Map<string, JournalEntry>();
    let decided: readonly Decided[];
    try {
      decided = batch.map((waiting) => ({ waiting, ack: this.#decide(waiting.command, entries) }));
      if (entries.size > 0) await this.#deps.journal.append(expectedSeq, [...entries.values()]);
    } catch (cause) {
      this.#abandon(batch, cause);
      return;
    }
    this.#isCommitting = false;
    for (const { waiting, ack } of decided) waiting.answer(ack);
    const events = [...entries.values()].flatMap((entry) => entry.events);
    this.#deps.onCommit?.(batch.length, events.length, performance.now() - startedAt);
    if (events.length > 0) this.#deps.publish(events);
    if (this.#waiting.length > 0) this.#schedule();
  }

  /** Nothing of the batch is stored, so nothing of it may stay in memory either. */
  #abandon(batch: readonly Waiting[], cause: unknown): void {
    this.#deps.log.error("commit failed", { commands: batch.length, cause });
    try {
      this.#state = this.#deps.load();
    } catch (reload) {
      // Without its journal the hub can't go on; the supervisor starts it again.
      this.#deps.log.error("the journal can't be read", { cause: reload });
      throw reload;
    } finally {
      this.#isCommitting = false;
      for (const { answer } of batch) answer(refusal("unavailable", "nothing was stored"));
    }
    if (this.#waiting.length > 0) this.#schedule();
  }

  #decide(command: Command, entries: Map<string, JournalEntry>): Ack {
    const fingerprint = `${command.type} ${JSON.stringify(command.payload)}`;
    const actor = actorText(command.actor);
    const earlier = entries.get(command.id) ?? this.#deps.journal.recordOf(command.id);
    if (earlier !== undefined) return repeated(earlier, actor, fingerprint);
    const context: Context = { now: this.#deps.now(), ids: [this.#deps.newId()] };
    try {
      const decision = decide(this.#state, command, context);
      const events = decision.ok ? decision.value : [];
      this.#fold(events, entries);
      const ack: Ack = decision.ok
        ? {
            ok: true,
            data: answerOf(command, events, this.#state, this.#deps.tokenOf),
            seq: this.#state.seq,
          }
        : refusal(decision.error.code, decision.error.code, decision.error.details);
      const answer = JSON.stringify(ack);
      entries.set(command.id, {
        id: command.id,
        actor,
        fingerprint,
        answer,
        seq: this.#state.seq,
        events,
      });
      return ack;
    } catch (cause) {
      // A bug in one decision must not spoil the others of its batch; it is not remembered.
      this.#deps.log.error("a decision threw", { type: command.type, id: command.id, cause });
      return refusal("internal", "the hub could not decide");
    }
  }

  /** Folds the facts of one command; should a fold throw, the state is rebuilt without them. */
  #fold(events: readonly Event[], entries: ReadonlyMap<string, JournalEntry>): void {
    try {
      for (const event of events) evolve(this.#state, event);
    } catch (cause) {
      this.#state = this.#deps.load();
      for (const entry of entries.values())
        for (const event of entry.events) evolve(this.#state, event);
      throw cause;
    }
  }
}

function repeated(earlier: CommandRecord, actor: string, fingerprint: string): Ack {
  if (earlier.actor !== actor || earlier.fingerprint !== fingerprint)
    return refusal("id_reused", "this id was used for another command");
  return JSON.parse(earlier.answer) as Ack;
}

/** A refusal as it goes out. */
export function refusal(
  code: ErrorCode,
  message: string,
  details?: Readonly<Record<string, string | number>>,
): Ack {
  return {
    ok: false,
    error: { code, message, ...(details === undefined ? {} : { details: { ...details } }) },
  };
}

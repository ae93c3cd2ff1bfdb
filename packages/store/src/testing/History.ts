import {
  type Actor,
  actorText,
  type CommandPayloads,
  type CommandType,
  type State,
} from "@luot/domain";
import { aCentre, aCommand, aTicketFor, HUB, officerAt, Runner, DAY } from "@luot/domain/testing";
import type { JournalEntry } from "../Journal.ts";

const COUNTERS = ["c1", "c2", "c3"] as const;

/** A hall in memory that yields what a hub would store for each command. */
export class History {
  readonly #runner = new Runner(aCentre({}));

  get state(): State {
    return this.#runner.state;
  }

  /** Lets time pass. */
  wait(ms: number): void {
    this.#runner.now += ms;
  }

  /** Carries a command out; a refusal yields an entry without events. */
  send<T extends CommandType>(type: T, payload: CommandPayloads[T], actor: Actor): JournalEntry {
    const id = this.#runner.nextId();
    const decision = this.#runner.run(aCommand(type, payload, { id, actor }));
    const answer = decision.ok ? { ok: true } : { ok: false, code: decision.error.code };
    return {
      id,
      actor: actorText(actor),
      fingerprint: `${type} ${JSON.stringify(payload)}`,
      answer: JSON.stringify(answer),
      seq: this.state.seq,
      events: decision.ok ? decision.value : [],
    };
  }

  /** Opens the day and its counters: four commands, events 1 to 4. */
  open(): readonly JournalEntry[] {
    return [
      this.send("day:open", { day: DAY }, HUB),
      ...COUNTERS.map((counterId) =>
        this.send("counter:open", { counterId }, officerAt(counterId)),
      ),
    ];
  }

  /** A number for land at c1: one command, one event. */
  issue(): JournalEntry {
    return this.send("ticket:issue", aTicketFor("land", {}), HUB);
  }

  /** c1 asks for the next: one event, or a refusal when it is busy or nobody waits. */
  callNext(): JournalEntry {
    return this.send("ticket:call-next", { counterId: "c1" }, officerAt("c1"));
  }
}

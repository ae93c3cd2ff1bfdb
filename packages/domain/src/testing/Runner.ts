import type { Result } from "@luot/kit";
import { serviceDayOf } from "../calendar/sessions.ts";
import type {
  Actor,
  Command,
  CommandPayloads,
  CommandType,
  Refusal,
  RefusalCode,
} from "../commands.ts";
import { decide } from "../decide/decide.ts";
import type { Event } from "../events.ts";
import { evolve } from "../evolve.ts";
import type { CentreSettings } from "../settings/CentreSettings.ts";
import { fromSnapshot, toSnapshot } from "../snapshot.ts";
import { initialState, learnSettings, type State } from "../state.ts";
import type { Ticket } from "../ticket.ts";
import { aCommand, aTicketFor, device, fakeId, HUB, officer } from "./commands.ts";
import { T0 } from "./aCentre.ts";

type Decision = Result<readonly Event[], Refusal>;

/**
 * The engine with a clock that a test moves: feeds commands through `decide` and `evolve`, numbers
 * ids, and keeps the journal. The day is not open yet; see {@link openedRunner}.
 */
export class Runner {
  readonly journal: Event[] = [];
  readonly state: State;
  /** Epoch ms; nothing but the test moves it. */
  now: number;
  #ids = 0;

  constructor(settings: CentreSettings) {
    this.state = initialState(settings);
    this.now = T0;
  }

  /** A fresh id. */
  nextId(): string {
    return fakeId(++this.#ids);
  }

  /** Decides one command and, when it is accepted, folds and keeps its events. */
  send<T extends CommandType>(type: T, payload: CommandPayloads[T], actor: Actor): Decision {
    return this.run(aCommand(type, payload, { id: this.nextId(), actor }));
  }

  /** As {@link send}, for a command that is there already. */
  run(command: Command): Decision {
    const decision = this.decide(command);
    if (decision.ok) this.fold(decision.value);
    return decision;
  }

  /** What the engine would say, with nothing folded. */
  decide(command: Command): Decision {
    return decide(this.state, command, { now: this.now, ids: [this.nextId()] });
  }

  /**
   * Sends a command that a test takes for granted.
   *
   * @throws when it is refused
   */
  must<T extends CommandType>(
    type: T,
    payload: CommandPayloads[T],
    actor: Actor,
  ): readonly Event[] {
    const decision = this.send(type, payload, actor);
    if (!decision.ok) throw new Error(`${type} was refused: ${decision.error.code}`);
    return decision.value;
  }

  /** Folds facts as a replay does. */
  fold(events: readonly Event[]): void {
    for (const event of events) {
      evolve(this.state, event);
      this.journal.push(event);
    }
  }

  /** Tells the engine of a version of the settings and publishes it. */
  publish(settings: CentreSettings): Decision {
    learnSettings(this.state, settings);
    const { version } = settings;
    return this.send("settings:publish", { version, hash: `hash-${version}` }, HUB);
  }

  /** Opens the calendar's day of now. */
  openDay(): readonly Event[] {
    return this.must(
      "day:open",
      { day: serviceDayOf(this.now, this.state.settings.calendar) },
      HUB,
    );
  }

  /** Opens a counter for the officer of the same name: `c1` for `officer-c1`. */
  openCounter(counterId: string): void {
    this.must("counter:open", { counterId }, officerAt(counterId));
  }

  /** Issues a ticket from kiosk `kiosk` and gives it back as the state holds it. */
  issue(serviceId: string, overrides: Partial<CommandPayloads["ticket:issue"]>): Ticket {
    const [event] = this.must("ticket:issue", aTicketFor(serviceId, overrides), device("kiosk"));
    if (event?.type !== "ticket-issued") throw new Error("no ticket was issued");
    return this.ticket(event.label);
  }

  /**
   * The ticket with a label.
   *
   * @throws when the day has none
   */
  ticket(label: string): Ticket {
    const ticket = this.state.tickets.get(this.state.labels.get(label) ?? "");
    if (ticket === undefined) throw new Error(`there is no ticket ${label}`);
    return ticket;
  }

  /** A copy of the state that goes its own way. */
  clone(): State {
    return fromSnapshot(toSnapshot(this.state), [...this.state.library.values()]);
  }
}

/** The officer who sits at a counter in {@link Runner.openCounter}. */
export function officerAt(counterId: string): Actor {
  return officer(`officer-${counterId}`);
}

/** A runner whose day is open and at whose counters officers sit. */
export function openedRunner(settings: CentreSettings, counters: readonly string[]): Runner {
  const runner = new Runner(settings);
  runner.openDay();
  for (const id of counters) runner.openCounter(id);
  return runner;
}

/** The code a decision was refused with, or `null` when it was accepted. */
export function codeOf(decision: Decision): RefusalCode | null {
  return decision.ok ? null : decision.error.code;
}

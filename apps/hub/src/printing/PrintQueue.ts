import type { Event, State, Ticket } from "@luot/domain";
import type { Clock, Logger } from "@luot/kit";
import type { PrintOutcome } from "@luot/printer";
import type { PrintJobStore } from "@luot/store";

/** What became of a paper, as the journal is told. */
export type PaperOutcome = "confirmed" | "failed" | "unknown";

/** What the print queue is handed. */
export interface PrintQueueDeps {
  readonly jobs: PrintJobStore;
  /** Draws and prints one paper of a ticket. */
  readonly print: (ticket: Ticket, copy: number) => Promise<PrintOutcome>;
  readonly state: () => State;
  /** Tells the journal what became of a first paper. */
  readonly confirm: (ticketId: string, outcome: PaperOutcome) => Promise<void>;
  readonly onOutcome: (label: string, outcome: PaperOutcome) => void;
  readonly clock: Clock;
  readonly log: Logger;
  /** Pause between tries of a paper of which no byte was written. */
  readonly retryMs: number;
}

interface Job {
  readonly ticketId: string;
  readonly copy: number;
}

/** A printer that could not be reached this often is given up for this ticket. */
const TRIES = 3;

/**
 * Prints the papers of browser kiosks, one at a time. Each job is kept before its first byte, so
 * after a restart a paper that may have come out is never sent again by itself (I12).
 */
export class PrintQueue {
  readonly #deps: PrintQueueDeps;
  #tail: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(deps: PrintQueueDeps) {
    this.#deps = deps;
  }

  /** Settles what a stop interrupted, and prints what was never started. Called once at start. */
  async recover(): Promise<void> {
    const { jobs, clock, state } = this.#deps;
    for (const { ticketId, copy } of jobs.interrupted()) {
      jobs.set(ticketId, copy, "unknown", clock.now());
      await this.#settle({ ticketId, copy }, "unknown");
    }
    if (!state().isOpen) return;
    for (const ticket of state().tickets.values()) {
      if (ticket.print !== "pending") continue;
      const known = jobs.stateOf(ticket.id, 0);
      if (known === null) this.#enqueue({ ticketId: ticket.id, copy: 0 });
      // The paper's fate was kept, and the hub stopped before the journal was told.
      else if (known !== "sending") await this.#settle({ ticketId: ticket.id, copy: 0 }, known);
    }
  }

  /** Takes committed facts and prints the papers they ask for. */
  publish(events: readonly Event[]): void {
    for (const event of events)
      if (event.type === "ticket-issued" && event.print === "pending")
        this.#enqueue({ ticketId: event.ticketId, copy: 0 });
      else if (event.type === "ticket-reprinted")
        this.#enqueue({ ticketId: event.ticketId, copy: event.copy });
  }

  /** Lets the paper in hand finish and starts no other; those are printed after the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#tail;
  }

  #enqueue(job: Job): void {
    this.#tail = this.#tail
      .then(() => this.#run(job))
      .catch((cause: unknown) => this.#deps.log.error("a paper failed", { ...job, cause }));
  }

  async #run(job: Job): Promise<void> {
    if (this.#isClosed) return;
    const { jobs, clock, log } = this.#deps;
    const ticket = this.#deps.state().tickets.get(job.ticketId);
    if (ticket === undefined || isOver(ticket)) return;
    for (let tried = 1; ; tried++) {
      jobs.set(job.ticketId, job.copy, "sending", clock.now());
      const printed = await this.#deps.print(ticket, job.copy);
      if (printed !== "not_sent") return this.#finish(job, printed);
      log.warn("the printer took nothing", { label: ticket.label, tried });
      if (tried === TRIES || this.#isClosed) return this.#finish(job, "failed");
      await new Promise((resolve) => setTimeout(resolve, this.#deps.retryMs));
    }
  }

  async #finish(job: Job, outcome: PaperOutcome): Promise<void> {
    this.#deps.jobs.set(job.ticketId, job.copy, outcome, this.#deps.clock.now());
    await this.#settle(job, outcome);
  }

  async #settle({ ticketId, copy }: Job, outcome: PaperOutcome): Promise<void> {
    const ticket = this.#deps.state().tickets.get(ticketId);
    if (ticket === undefined) return;
    this.#deps.onOutcome(ticket.label, outcome);
    if (copy === 0) await this.#deps.confirm(ticketId, outcome);
  }
}

function isOver({ place }: Ticket): boolean {
  return place.status === "done" || place.status === "cancelled" || place.status === "expired";
}

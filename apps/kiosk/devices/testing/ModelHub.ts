import type { OfflineRecord, OfflineSeries, PayloadOf } from "@luot/contract";
import type { Answer } from "@luot/hub-client";

/** A ticket as the model of the hub keeps it. Times are epoch ms of the hub's clock. */
export interface ModelTicket {
  readonly id: string;
  readonly label: string;
  /** The wish the hub gave it for; `null` for a number of the kiosk's own. */
  readonly wishId: string | null;
  readonly issuedAt: number;
  callableAt: number;
  isConfirmed: boolean;
  isCancelled: boolean;
}

/** What the model's rules can be told to get wrong, to see that a test finds it. */
export interface ModelFaults {
  /** A superseded wish gives a number all the same when it comes late. */
  readonly forgetsSuperseded: boolean;
}

const CALLABLE_AFTER_MS = 5_000;
const HELD = Number.POSITIVE_INFINITY;
const DAY = "2025-11-24";

/**
 * A hub as small as can be that keeps the rules of holding, superseding and repeating (SPEC.md, HOLD
 * and OFF), for one kiosk. It knows no lines and no counters: only which tickets may be called.
 */
export class ModelHub {
  readonly tickets = new Map<string, ModelTicket>();
  /** Every label that was ever entered, in order. */
  readonly labels: string[] = [];
  /** Records in the order in which they came first. */
  readonly records: OfflineRecord[] = [];
  settingsVersion = 1;
  /** How many records from now on it fails at, without a decision. */
  stumbles = 0;
  /** Connections of the kiosk that the hub takes for alive. */
  readonly #connections = new Set<number>();
  #epoch = 0;
  #numbers = 0;
  #lastChangeAt = 0;
  readonly #answers = new Map<string, Answer<"ticket:issue">>();
  readonly #wishes = new Map<string, string>();
  readonly #superseded = new Set<string>();
  readonly #now: () => number;
  readonly #newId: () => string;
  readonly #faults: ModelFaults;

  constructor(now: () => number, newId: () => string, faults: ModelFaults) {
    this.#now = now;
    this.#newId = newId;
    this.#faults = faults;
  }

  /** Whether an officer may call a ticket now. */
  isCallable({ isCancelled, callableAt }: ModelTicket): boolean {
    return !isCancelled && callableAt <= this.#now();
  }

  callable(): readonly ModelTicket[] {
    return [...this.tickets.values()].filter((ticket) => this.isCallable(ticket));
  }

  held(): readonly ModelTicket[] {
    return [...this.tickets.values()].filter(
      ({ isCancelled, callableAt }) => !isCancelled && callableAt === HELD,
    );
  }

  /** OFF-6: another epoch at each hello, above what the kiosk used. */
  hello(connection: number, { usedEpoch }: { readonly usedEpoch: number }): OfflineSeries {
    this.#connections.add(connection);
    this.#epoch = Math.max(this.#epoch, usedEpoch) + 1;
    return { letter: "K", epoch: this.#epoch, day: DAY };
  }

  /** Whether it still listens to a connection. */
  hears(connection: number): boolean {
    return this.#connections.has(connection);
  }

  /** HOLD-1: a connection is found to be lost; with the last one the kiosk is gone. */
  lost(connection: number): void {
    if (this.#connections.delete(connection) && this.#connections.size === 0)
      this.#part(this.#now());
  }

  #part(since: number): void {
    for (const ticket of this.tickets.values())
      if (!ticket.isCancelled && !ticket.isConfirmed && ticket.callableAt > since)
        ticket.callableAt = HELD;
  }

  /** Killed and started again: nobody is there, and time may have passed unseen. */
  restart(): void {
    this.#connections.clear();
    this.#part(this.#lastChangeAt);
  }

  issue(id: string, payload: PayloadOf<"ticket:issue">): Answer<"ticket:issue"> {
    const known = this.#answers.get(id);
    if (known !== undefined) return known;
    const answer = this.#issue(id, payload);
    this.#answers.set(id, answer);
    return answer;
  }

  #issue(id: string, payload: PayloadOf<"ticket:issue">): Answer<"ticket:issue"> {
    if (this.#superseded.has(id) && !this.#faults.forgetsSuperseded)
      return { ok: false, code: "superseded", details: {} };
    const label = `A${String(++this.#numbers).padStart(3, "0")}`;
    const ticketId = this.#newId();
    const callableAt = this.#now() + (payload.print ? CALLABLE_AFTER_MS : 0);
    this.#add({ id: ticketId, label, wishId: id, callableAt });
    this.#wishes.set(id, ticketId);
    // It may be committed after its kiosk was lost.
    if (this.#connections.size === 0) this.#part(this.#now());
    const { serviceId, class: classId } = payload;
    const facts = { serviceId, class: classId, issuedAt: this.#now(), ahead: 0, estimate: null };
    return { ok: true, data: { ticketId, label, ...facts, token: "token" } };
  }

  confirm(ticketId: string, outcome: string): Answer<"ticket:confirm-print"> {
    const ticket = this.tickets.get(ticketId);
    if (ticket === undefined) return { ok: false, code: "unknown_ticket", details: {} };
    if (ticket.isConfirmed) return { ok: false, code: "wrong_status", details: {} };
    if (outcome === "confirmed") {
      ticket.isConfirmed = true;
      ticket.callableAt = Math.min(ticket.callableAt, ticket.issuedAt);
    }
    return { ok: true, data: { ticketId, label: ticket.label } };
  }

  sync({ records, isDone }: PayloadOf<"kiosk:sync-offline">): Answer<"kiosk:sync-offline"> {
    const results = records.map((record) => ({ id: record.id, code: this.#enter(record) }));
    // HOLD-2: it has told everything.
    if (isDone) for (const ticket of this.held()) ticket.callableAt = this.#now();
    return { ok: true, data: { results } };
  }

  #enter(record: OfflineRecord): "accepted" | "internal" {
    if (this.stumbles > 0) {
      this.stumbles--;
      return "internal";
    }
    const known = this.records.find(({ id }) => id === record.id);
    if (known !== undefined) {
      // The hub refuses an id with other words (I8).
      if (JSON.stringify(known) !== JSON.stringify(record)) throw new Error("id_reused");
      return "accepted";
    }
    this.records.push(record);
    const wishId = record.kind === "void" ? record.wishId : record.supersedes;
    if (wishId !== null) {
      this.#superseded.add(wishId);
      const ghost = this.tickets.get(this.#wishes.get(wishId) ?? "");
      if (ghost !== undefined) ghost.isCancelled = true;
    }
    if (record.kind === "ticket")
      this.#add({
        id: record.ticketId,
        label: record.label,
        wishId: null,
        callableAt: this.#now(),
      });
    return "accepted";
  }

  #add(ticket: Pick<ModelTicket, "id" | "label" | "wishId" | "callableAt">): void {
    this.labels.push(ticket.label);
    this.#lastChangeAt = this.#now();
    const isConfirmed = ticket.wishId === null;
    const rest = { issuedAt: this.#now(), isConfirmed, isCancelled: false };
    this.tickets.set(ticket.id, { ...ticket, ...rest });
  }
}

import type { Event, EventOf } from "@luot/domain";
import type Database from "better-sqlite3";

type Move = Extract<Event, { readonly from: unknown }>;

/** Writes what reports read; called within the transaction that stores the event. */
export interface ReadModels {
  readonly write: (event: Event) => void;
}

/** Prepares the statements of the read models. */
export function createReadModels(db: Database.Database): ReadModels {
  const issue = db.prepare(
    `INSERT INTO tickets (id, day, label, service_id, class, status, issued_at)
     VALUES (?, ?, ?, ?, ?, 'waiting', ?)`,
  );
  const enterLate = db.prepare(
    `INSERT INTO tickets (id, day, label, service_id, class, status, issued_at)
     VALUES (?, ?, ?, ?, ?, 'expired', ?)`,
  );
  const move = db.prepare(
    "UPDATE tickets SET status = ?, service_id = ?, class = ?, counter_id = ? WHERE id = ?",
  );
  const setCalledAt = db.prepare("UPDATE tickets SET called_at = ? WHERE id = ?");
  const finishTicket = db.prepare("UPDATE tickets SET finished_at = ?, outcome = ? WHERE id = ?");
  const restoreTicket = db.prepare(
    "UPDATE tickets SET called_at = ?, finished_at = ?, outcome = ? WHERE id = ?",
  );
  const call = db.prepare(
    `INSERT INTO calls (seq, day, ticket_id, counter_id, actor, at, rule, waited_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const interval = db.prepare(
    `INSERT INTO service_intervals
       (seq, day, ticket_id, service_id, counter_id, actor, ended_at, service_ms, outcome)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const dropInterval = db.prepare("DELETE FROM service_intervals WHERE day = ? AND ticket_id = ?");

  const writeCall = (event: EventOf<"ticket-called">): void => {
    const { seq, day, ticketId, actor, at, basis, issuedAt, to } = event;
    const waited = Math.max(0, at - issuedAt);
    call.run(seq, day, ticketId, to.counterId, actor, at, basis.rule, waited);
    setCalledAt.run(at, ticketId);
  };
  const writeFinish = (event: EventOf<"ticket-finished">): void => {
    const { seq, day, ticketId, actor, at, outcome, serviceMs, to } = event;
    finishTicket.run(at, outcome, ticketId);
    interval.run(seq, day, ticketId, to.serviceId, to.counterId, actor, at, serviceMs, outcome);
  };
  const writeMove = (event: Move): void => {
    const { to, ticketId } = event;
    move.run(to.status, to.serviceId, to.class, to.counterId, ticketId);
    if (event.type === "ticket-called") writeCall(event);
    else if (event.type === "ticket-finished") writeFinish(event);
    // LIFE-5: to the ticket the call counts for nothing; the list of calls keeps that it was made.
    else if (event.type === "ticket-put-back") setCalledAt.run(null, ticketId);
    else if (event.type === "ticket-restored") {
      const { calledAt, finishedAt, outcome } = event.times;
      restoreTicket.run(calledAt, finishedAt, outcome, ticketId);
      if (event.from.status === "done") dropInterval.run(event.day, ticketId);
    }
  };
  return {
    write(event) {
      if (event.type === "ticket-issued") {
        const { ticketId, day, label, to, at } = event;
        issue.run(ticketId, day, label, to.serviceId, to.class, at);
      } else if (event.type === "ticket-entered") {
        const { ticketId, day, label, to, issuedAt } = event;
        issue.run(ticketId, day, label, to.serviceId, to.class, issuedAt);
      } else if (event.type === "ticket-entered-late") {
        const { ticketId, day, label, serviceId, class: classId, issuedAt } = event;
        enterLate.run(ticketId, day, label, serviceId, classId, issuedAt);
      } else if ("from" in event) writeMove(event);
    },
  };
}

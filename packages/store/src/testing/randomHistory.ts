import { aTicketFor, citizen, fakeId, HUB, officerAt, DAY } from "@luot/domain/testing";
import { assertNever } from "@luot/kit";
import * as fc from "fast-check";
import type { JournalEntry } from "../Journal.ts";
import { History } from "./History.ts";

const ON_TICKETS = ["issue", "issue", "issue", "cancel", "return"] as const;
const AT_COUNTERS = [
  "call-next",
  "call-next",
  "call",
  "put-back",
  "start",
  "finish",
  "finish-and-call",
  "no-show",
  "park",
  "resume",
  "transfer",
  "set-priority",
  "undo",
  "undo",
] as const;

interface Step {
  readonly onTicket: (typeof ON_TICKETS)[number];
  readonly atCounter: (typeof AT_COUNTERS)[number];
  readonly isAtCounter: boolean;
  readonly counter: number;
  readonly pick: number;
  readonly waitMs: number;
}

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  onTicket: fc.constantFrom(...ON_TICKETS),
  atCounter: fc.constantFrom(...AT_COUNTERS),
  isAtCounter: fc.constantFrom(true, true, false),
  counter: fc.integer({ min: 1, max: 3 }),
  pick: fc.nat(12),
  waitMs: fc.constantFrom(0, 1_000, 20_000),
});

/** A day of a hall as batches of journal entries: refusals among them, closed at the end or not. */
export const historyArbitrary: fc.Arbitrary<{
  readonly history: History;
  readonly batches: readonly (readonly JournalEntry[])[];
}> = fc
  .record({
    steps: fc.array(stepArbitrary, { minLength: 10, maxLength: 120, size: "max" }),
    batch: fc.integer({ min: 1, max: 8 }),
    isClosed: fc.boolean(),
  })
  .map(({ steps, batch, isClosed }) => {
    const history = new History();
    const entries = [...history.open(), ...steps.map((step) => take(history, step))];
    if (isClosed) entries.push(history.send("day:close", { day: DAY }, HUB));
    const batches = Array.from({ length: Math.ceil(entries.length / batch) }, (_, i) =>
      entries.slice(i * batch, (i + 1) * batch),
    );
    return { history, batches };
  });

function take(history: History, step: Step): JournalEntry {
  history.wait(step.waitMs);
  const ticketId = pickTicket(history, step);
  return step.isAtCounter
    ? takeAtCounter(history, step, ticketId)
    : takeOnTicket(history, step, ticketId);
}

/** Any ticket; one that is away for who wants it back, or few would ever come back. */
function pickTicket({ state }: History, step: Step): string {
  const wish = step.isAtCounter ? step.atCounter : step.onTicket;
  const status = wish === "resume" ? "parked" : wish === "return" ? "absent" : null;
  const tickets = [...state.tickets.values()].filter(
    ({ place }) => status === null || place.status === status,
  );
  return tickets[step.pick % Math.max(1, tickets.length)]?.id ?? fakeId(0);
}

function takeOnTicket(history: History, step: Step, id: string): JournalEntry {
  const { onTicket, counter, pick } = step;
  if (onTicket === "cancel") return history.send("ticket:cancel", { ticketId: id }, citizen(id));
  if (onTicket === "return")
    return history.send("ticket:return", { ticketId: id }, officerAt(`c${counter}`));
  const serviceId = ["land", "birth", "notary"][pick % 3] ?? "land";
  return history.send("ticket:issue", aTicketFor(serviceId, {}), HUB);
}

function takeAtCounter(history: History, step: Step, ticketId: string): JournalEntry {
  const counterId = `c${step.counter}`;
  const by = officerAt(counterId);
  const ending = { counterId, outcome: "accepted", dossierRefs: [] } as const;
  const to = { kind: "service", id: "notary" } as const;
  switch (step.atCounter) {
    case "call":
      return history.send("ticket:call", { counterId, ticketId, reason: "urgent" }, by);
    case "put-back":
      return history.send("ticket:put-back", { counterId }, by);
    case "start":
      return history.send("ticket:start", { counterId }, by);
    case "finish":
      return history.send("ticket:finish", ending, by);
    case "finish-and-call":
      return history.send("ticket:finish-and-call", ending, by);
    case "no-show":
      return history.send("ticket:no-show", { counterId }, by);
    case "park":
      return history.send("ticket:park", { counterId, reason: "copy" }, by);
    case "resume":
      return history.send("ticket:resume", { counterId, ticketId }, by);
    case "transfer":
      return history.send("ticket:transfer", { counterId, to, place: "tail" }, by);
    case "set-priority":
      return history.send(
        "ticket:set-priority",
        { ticketId, class: "priority", reason: "elderly" },
        by,
      );
    case "undo":
      return history.send("counter:undo", { counterId }, by);
    case "call-next":
      return history.send("ticket:call-next", { counterId }, by);
    default:
      return assertNever(step.atCounter);
  }
}

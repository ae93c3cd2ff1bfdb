import {
  aheadOf,
  type Command,
  estimateOf,
  type Event,
  type EventOf,
  type State,
} from "@luot/domain";

/**
 * What an accepted command answers, read from its facts so that a replay answers the same.
 *
 * @param state the state after the facts
 */
export function answerOf(
  command: Command,
  events: readonly Event[],
  state: State,
  tokenOf: (ticketId: string, day: string) => string,
): Readonly<Record<string, unknown>> {
  switch (command.type) {
    case "ticket:issue":
      return issued(find(events, "ticket-issued"), state, tokenOf);
    case "ticket:call-next":
    case "ticket:call":
      return call(find(events, "ticket-called"));
    case "ticket:recall": {
      const { ticketId, label, serviceId, counterId, at, count } = find(events, "ticket-recalled");
      return { ticketId, label, serviceId, counterId, at, count };
    }
    case "ticket:finish-and-call": {
      const finished = events.find((event) => event.type === "ticket-finished");
      const called = events.find((event) => event.type === "ticket-called");
      return {
        finished: finished === undefined ? null : ticket(finished),
        called: called === undefined ? null : call(called),
      };
    }
    case "ticket:reprint": {
      const reprinted = find(events, "ticket-reprinted");
      return { ...ticket(reprinted), copy: reprinted.copy };
    }
    case "counter:open":
    case "counter:close":
    case "counter:pause":
    case "counter:resume":
    case "counter:undo":
      return { counterId: command.payload.counterId };
    case "day:open":
    case "day:close":
    case "settings:publish":
      return {};
    default: {
      const about = events.find((event) => "ticketId" in event);
      return about === undefined ? {} : ticket(about);
    }
  }
}

function find<T extends Event["type"]>(events: readonly Event[], type: T): EventOf<T> {
  const found = events.find((event): event is EventOf<T> => event.type === type);
  if (found === undefined) throw new Error(`accepted without ${type}`);
  return found;
}

function ticket({ ticketId, label }: { readonly ticketId: string; readonly label: string }): {
  ticketId: string;
  label: string;
} {
  return { ticketId, label };
}

function call(event: EventOf<"ticket-called">): Readonly<Record<string, unknown>> {
  const { serviceId, counterId } = event.to;
  return { ...ticket(event), serviceId, counterId, at: event.at };
}

function issued(
  event: EventOf<"ticket-issued">,
  state: State,
  tokenOf: (ticketId: string, day: string) => string,
): Readonly<Record<string, unknown>> {
  const { serviceId, class: classId } = event.to;
  const known = state.tickets.get(event.ticketId);
  const ahead = known === undefined ? 0 : aheadOf(state, known);
  return {
    ...ticket(event),
    serviceId,
    class: classId,
    issuedAt: event.at,
    ahead,
    estimate: estimateOf(state, serviceId, ahead),
    token: tokenOf(event.ticketId, event.day),
  };
}

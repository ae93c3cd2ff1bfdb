import { assertNever, err, ok, type Result } from "@luot/kit";
import { serviceDayOf } from "../calendar/sessions.ts";
import type { Actor, Command, Context, Refusal } from "../commands.ts";
import type { Event } from "../events.ts";
import type { State } from "../state.ts";
import { callChosen, callNext, putBack, recall } from "./calling.ts";
import { closeCounter, openCounter, pauseCounter, resumeCounter } from "./counters.ts";
import { closeDay, openDay, publishSettings } from "./day.ts";
import type { Asked, Decided } from "./decision.ts";
import { partKiosk, rejoinKiosk } from "./holding.ts";
import { confirmPrint, issue, reprint } from "./issuing.ts";
import { cancel, noShow, park, resume, returnTicket, setPriority, transfer } from "./moving.ts";
import { dayOfEntry, enter, withdraw } from "./offline.ts";
import { rate } from "./rating.ts";
import { finish, finishAndCall, start } from "./serving.ts";
import { undo } from "./undo.ts";

/**
 * Turns a wish into the facts it causes, or refuses it.
 *
 * Pure: no clock, chance or I/O, and the state is only read. The facts are numbered from the
 * state's `seq` on; they are true once the caller has stored them and folded them with `evolve`.
 *
 * @returns the facts, at least one, or the refusal with its code
 */
export function decide(
  state: State,
  command: Command,
  context: Context,
): Result<readonly Event[], Refusal> {
  const asked: Asked = {
    state,
    actor: command.actor,
    deviceId: command.deviceId,
    context,
    commandId: command.id,
  };
  const decided = dispatch(asked, command);
  if (!decided.ok) return err(decided.error);
  const day = dayOf(state, command, context);
  const head = {
    centre: state.centre,
    day,
    at: context.now,
    actor: actorText(command.actor),
    cause: command.id,
  };
  return ok(
    decided.value.map((draft, i): Event => ({ seq: state.seq + 1 + i, ...head, ...draft })),
  );
}

/** How an actor is written in events. */
export function actorText(actor: Actor): string {
  return actor.kind === "hub" ? "hub" : `${actor.kind}:${actor.id}`;
}

function dayOf(state: State, command: Command, context: Context): string {
  if (command.type === "day:open") return command.payload.day;
  if (command.type === "ticket:enter") return dayOfEntry(state, command.payload, context);
  return state.day ?? serviceDayOf(context.now, state.settings.calendar);
}

function dispatch(asked: Asked, command: Command): Decided {
  if (command.type === "day:open") return openDay(asked, command.payload);
  if (command.type === "settings:publish") return publishSettings(asked, command.payload);
  // DAY-2: everything else happens within an open service day.
  if (!asked.state.isOpen) return err({ code: "day_not_open" });
  return dispatchInDay(asked, command);
}

function dispatchInDay(
  asked: Asked,
  command: Exclude<Command, { type: "day:open" | "settings:publish" }>,
): Decided {
  switch (command.type) {
    case "day:close":
      return closeDay(asked, command.payload);
    case "ticket:issue":
      return issue(asked, command.payload);
    case "ticket:confirm-print":
      return confirmPrint(asked, command.payload);
    case "ticket:reprint":
      return reprint(asked, command.payload);
    case "ticket:enter":
      return enter(asked, command.payload);
    case "ticket:withdraw":
      return withdraw(asked, command.payload);
    case "kiosk:part":
      return partKiosk(asked, command.payload);
    case "kiosk:rejoin":
      return rejoinKiosk(asked, command.payload);
    case "ticket:call-next":
      return callNext(asked, command.payload);
    case "ticket:call":
      return callChosen(asked, command.payload);
    case "ticket:recall":
      return recall(asked, command.payload);
    case "ticket:put-back":
      return putBack(asked, command.payload);
    case "ticket:start":
      return start(asked, command.payload);
    case "ticket:finish":
      return finish(asked, command.payload);
    case "ticket:finish-and-call":
      return finishAndCall(asked, command.payload);
    case "ticket:no-show":
      return noShow(asked, command.payload);
    case "ticket:return":
      return returnTicket(asked, command.payload);
    case "ticket:park":
      return park(asked, command.payload);
    case "ticket:resume":
      return resume(asked, command.payload);
    case "ticket:transfer":
      return transfer(asked, command.payload);
    case "ticket:cancel":
      return cancel(asked, command.payload);
    case "ticket:set-priority":
      return setPriority(asked, command.payload);
    case "feedback:rate":
      return rate(asked, command.payload);
    case "counter:open":
      return openCounter(asked, command.payload);
    case "counter:close":
      return closeCounter(asked, command.payload);
    case "counter:pause":
      return pauseCounter(asked, command.payload);
    case "counter:resume":
      return resumeCounter(asked, command.payload);
    case "counter:undo":
      return undo(asked, command.payload);
    default:
      return assertNever(command);
  }
}

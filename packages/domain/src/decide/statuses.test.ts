import { expect, it } from "vitest";
import type { CommandPayloads, CommandType } from "../commands.ts";
import { aCentre } from "../testing/aCentre.ts";
import { HUB, officer } from "../testing/commands.ts";
import { codeOf, officerAt, openedRunner, type Runner } from "../testing/Runner.ts";
import type { TicketStatus } from "../ticket.ts";

const lan = officerAt("c1");
const c1 = { counterId: "c1" };
const end = { ...c1, outcome: "guided", dossierRefs: [] } as const;

/** Leads ticket A001 to a status at or away from counter 1. */
const REACH: Readonly<Record<Exclude<TicketStatus, "expired">, (runner: Runner) => void>> = {
  waiting: () => {},
  called: (runner) => void runner.must("ticket:call-next", c1, lan),
  serving: (runner) => {
    REACH.called(runner);
    runner.must("ticket:start", c1, lan);
  },
  parked: (runner) => {
    REACH.serving(runner);
    runner.must("ticket:park", { ...c1, reason: "copy" }, lan);
  },
  absent: (runner) => {
    REACH.called(runner);
    runner.must("ticket:no-show", c1, lan);
  },
  done: (runner) => {
    REACH.called(runner);
    runner.must("ticket:finish", end, lan);
  },
  cancelled: (runner) =>
    void runner.must("ticket:cancel", { ticketId: runner.ticket("A001").id }, officer("minh")),
};

type Statuses = readonly TicketStatus[];
const LIVE: Statuses = ["waiting", "called", "serving", "parked", "absent"];

/** From which statuses each wish about a ticket is granted. */
const GRANTED: Partial<Record<CommandType, Statuses>> = {
  "ticket:recall": ["called"],
  "ticket:put-back": ["called"],
  "ticket:start": ["called"],
  "ticket:no-show": ["called"],
  "ticket:finish": ["called", "serving"],
  "ticket:transfer": ["called", "serving"],
  "ticket:park": ["serving"],
  "ticket:call": ["waiting", "absent"],
  "ticket:set-priority": ["waiting", "absent"],
  "ticket:resume": ["parked"],
  "ticket:return": ["absent"],
  "ticket:cancel": ["waiting", "parked", "absent"],
  "ticket:reprint": LIVE,
  "day:close": ["waiting", "called", "serving", "parked", "absent", "done", "cancelled"],
};

const CASES = Object.keys(REACH).flatMap((status) =>
  Object.keys(GRANTED).map((type) => [status, type] as const),
) as readonly (readonly [keyof typeof REACH, keyof typeof GRANTED])[];

it.each(CASES)("[LIFE-1] a %s ticket and %s go together as the table says", (status, type) => {
  const runner = openedRunner(aCentre({}), ["c1"]);
  const { id: ticketId } = runner.issue("land", {});
  REACH[status](runner);
  const to = { kind: "service", id: "notary" } as const;
  const priority = { class: "priority", reason: "elderly" } as const;
  const reasons: Partial<Record<CommandType, string>> = {
    "ticket:call": "urgent",
    "ticket:park": "copy",
  };
  const day = runner.state.day ?? "";
  const more = { ...end, ...priority, ticketId, to, place: "tail", day } as const;
  const payload = { ...more, reason: reasons[type] ?? priority.reason } as never;
  const decision = runner.send(type, payload satisfies CommandPayloads[typeof type], actorOf(type));
  expect(codeOf(decision) === null).toBe(GRANTED[type]?.includes(status));
});

function actorOf(type: CommandType): typeof HUB {
  return type === "day:close" ? HUB : lan;
}

import type { Result } from "@luot/kit";
import * as fc from "fast-check";
import { serviceDayOf } from "../calendar/sessions.ts";
import type { Command, CommandType, Refusal } from "../commands.ts";
import type { Event } from "../events.ts";
import { learnSettings } from "../state.ts";
import { HOUR, MINUTE, SECOND } from "./aCentre.ts";
import { aCommand } from "./commands.ts";
import { Runner } from "./Runner.ts";
import { type Intent, settingsOf, WISHES } from "./wishes.ts";

/** How often each kind of wish comes up; the hall is busy with calls, and days change seldom. */
const WEIGHTS: Readonly<Record<Intent["kind"], number>> = {
  "day:open": 1,
  "day:close": 1,
  "settings:publish": 1,
  "ticket:issue": 26,
  "ticket:confirm-print": 6,
  "ticket:reprint": 1,
  "ticket:enter": 5,
  "ticket:withdraw": 2,
  "kiosk:part": 3,
  "kiosk:rejoin": 3,
  "ticket:call-next": 14,
  "ticket:call": 3,
  "ticket:recall": 3,
  "ticket:put-back": 4,
  "ticket:start": 7,
  "ticket:finish": 4,
  "ticket:finish-and-call": 6,
  "ticket:no-show": 5,
  "ticket:return": 3,
  "ticket:park": 4,
  "ticket:resume": 3,
  "ticket:transfer": 5,
  "ticket:cancel": 3,
  "ticket:set-priority": 3,
  "feedback:rate": 2,
  "counter:open": 9,
  "counter:close": 3,
  "counter:pause": 2,
  "counter:resume": 3,
  "counter:undo": 6,
  clock: 3,
};

/** Settings a random history may publish, its first version included. */
export const LIBRARY = Array.from({ length: 40 }, (_, i) => settingsOf(i + 1));

const JUMPS = [-24 * HOUR, -HOUR, -10 * SECOND, 4 * MINUTE, 12 * MINUTE, HOUR, 24 * HOUR] as const;

/** Random histories of a hall: officers, kiosks, citizens and the hub, with an unruly clock. */
export function historyOf(options: {
  readonly length: number;
  readonly without: readonly Intent["kind"][];
}): fc.Arbitrary<readonly Intent[]> {
  const kinds = kindsOf(WEIGHTS).filter((kind) => !options.without.includes(kind));
  const intent: fc.Arbitrary<Intent> = fc.record({
    kind: fc.constantFrom(
      ...kinds.flatMap((kind) => Array.from({ length: WEIGHTS[kind] }, () => kind)),
    ),
    a: fc.nat(999),
    b: fc.nat(999),
    c: fc.nat(999),
    waitMs: fc.constantFrom(0, 0, SECOND, SECOND, 3 * SECOND, 7 * SECOND, 40 * SECOND),
  });
  // Of any length, or a counterexample could not shrink to the few steps that matter.
  return fc.array(intent, { minLength: 1, maxLength: options.length, size: "max" });
}

/** One command of a history, and what came of it. */
export interface Step {
  readonly command: Command;
  readonly now: number;
  readonly decision: Result<readonly Event[], Refusal>;
}

/** What a property wants to see while a history is played. */
export interface Watch {
  /** Settings to begin with, of {@link settingsOf}; the first unless said. */
  readonly version?: number;
  /** Before a command is decided. */
  readonly before?: (runner: Runner, command: Command) => void;
  /** After its facts were folded. */
  readonly after?: (runner: Runner, step: Step) => void;
  /** Instead of folding all facts of a command at once. */
  readonly fold?: (runner: Runner, events: readonly Event[]) => void;
}

/** Plays a history from the first day on, and gives the hall as it is at the end. */
export function play(intents: readonly Intent[], watch: Watch): Runner {
  const runner = new Runner(settingsOf(watch.version ?? 1));
  for (const settings of LIBRARY) learnSettings(runner.state, settings);
  for (const intent of intents) {
    const command = commandOf(runner, intent);
    if (command === null) continue;
    watch.before?.(runner, command);
    const decision = runner.decide(command);
    if (decision.ok) (watch.fold ?? foldAll)(runner, decision.value);
    watch.after?.(runner, { command, now: runner.now, decision });
  }
  return runner;
}

function foldAll(runner: Runner, events: readonly Event[]): void {
  runner.fold(events);
}

function commandOf(runner: Runner, intent: Intent): Command | null {
  runner.now += intent.waitMs;
  const { state } = runner;
  if (!state.isOpen && intent.c % 3 !== 0)
    return build(runner, freshDay(runner, intent), "day:open");
  if (intent.kind !== "clock") return build(runner, intent, intent.kind);
  runner.now += JUMPS[intent.a % JUMPS.length] ?? 0;
  return null;
}

/** Moves the clock to a day that was never opened, or hardly anything would happen any more. */
function freshDay(runner: Runner, intent: Intent): Intent {
  const { usedDays, settings } = runner.state;
  while (usedDays.has(serviceDayOf(runner.now, settings.calendar))) runner.now += 24 * HOUR;
  return { ...intent, c: intent.a % 4 === 0 ? 9 : 0 };
}

function build(runner: Runner, intent: Intent, type: CommandType): Command {
  const { payload, actor } = WISHES[type](runner.state, intent, runner.now);
  return aCommand(type, payload, { id: runner.nextId(), actor });
}

function kindsOf(weights: typeof WEIGHTS): readonly Intent["kind"][] {
  return Object.keys(weights) satisfies string[] as Intent["kind"][];
}

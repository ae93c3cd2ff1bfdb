import { invariant } from "@luot/kit";
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Command, CommandType } from "../commands.ts";
import { decide } from "../decide/decide.ts";
import { evolve } from "../evolve.ts";
import { essence } from "../testing/essence.ts";
import { failureOf, same } from "../testing/failureOf.ts";
import { historyOf, play, type Step } from "../testing/history.ts";
import { aCommand, fakeId } from "../testing/commands.ts";
import type { Runner } from "../testing/Runner.ts";

// A busy machine may take long; how long says nothing about the engine.
vi.setConfig({ testTimeout: 120_000 });

const UNDOABLE: ReadonlySet<CommandType> = new Set<CommandType>([
  "ticket:finish",
  "ticket:finish-and-call",
  "ticket:no-show",
  "ticket:park",
  "ticket:transfer",
  "ticket:put-back",
]);

describe("undo", () => {
  it("[UNDO-5] leads back to the state before, whatever was done and whenever", () => {
    const undone = new Map<CommandType, number>();
    const property = fc.property(historyOf({ length: 240, without: [] }), (intents) => {
      let before: unknown = null;
      play(intents, {
        before: (hall, { type }) => {
          before = UNDOABLE.has(type) ? essence(hall.state) : null;
        },
        after: (hall, { command, decision }: Step) => {
          if (before === null || !decision.ok || !hasMoved(decision.value)) return;
          same(essenceAfterUndo(hall, command), before);
          undone.set(command.type, (undone.get(command.type) ?? 0) + 1);
        },
      });
    });
    expect(failureOf(property, 120)).toBeNull();
    expect([...undone.keys()].toSorted()).toEqual([...UNDOABLE].toSorted());
  });
});

/** 'Finish and call' at a free counter is a plain call, which is not undone but put back. */
function hasMoved(events: readonly { readonly type: string }[]): boolean {
  return events.some(({ type }) => type !== "ticket-called");
}

function essenceAfterUndo(hall: Runner, { payload, actor }: Command): unknown {
  invariant("counterId" in payload, "an action at a counter");
  const { counterId } = payload;
  const wish = aCommand("counter:undo", { counterId }, { id: fakeId(0), actor });
  const state = hall.clone();
  const decision = decide(state, wish, { now: hall.now, ids: [] });
  invariant(decision.ok, `undo was refused`);
  for (const event of decision.value) evolve(state, event);
  return essence(state);
}

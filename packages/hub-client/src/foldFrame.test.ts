import { initialState, phoneView, projectFrame, type State, viewOf } from "@luot/domain";
import { aCentre, officerAt, openedRunner, type Runner } from "@luot/domain/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldEvents, readSnapshot, settingsIn } from "./foldFrame.ts";

const KINDS = ["kiosk", "counter", "display", "console"] as const;

/** As it comes over the wire: what JSON can't carry is gone. */
function overTheWire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function snapshotOf<K extends (typeof KINDS)[number]>(kind: K, state: State) {
  const view = readSnapshot(kind, overTheWire(viewOf(kind, state)));
  if (view === null) throw new Error(`no ${kind} view`);
  return view;
}

const STEPS: readonly ((runner: Runner) => unknown)[] = [
  (runner) => runner.issue("land", {}),
  (runner) => runner.issue("birth", { class: "priority", reason: "elderly" }),
  (runner) => runner.send("ticket:call-next", { counterId: "c1" }, officerAt("c1")),
  (runner) => runner.send("ticket:recall", { counterId: "c1" }, officerAt("c1")),
  (runner) => runner.send("ticket:start", { counterId: "c1" }, officerAt("c1")),
  (runner) =>
    runner.send(
      "ticket:finish-and-call",
      { counterId: "c1", outcome: "accepted", dossierRefs: [] },
      officerAt("c1"),
    ),
  (runner) => runner.send("ticket:no-show", { counterId: "c1" }, officerAt("c1")),
  (runner) => runner.send("counter:undo", { counterId: "c1" }, officerAt("c1")),
];

describe("folding what the hub pushes", () => {
  it.each(KINDS)("gives the view of the hub's state, as a %s gets it over the wire", (kind) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 30 }), (steps) => {
        const runner = openedRunner(aCentre({}), ["c1"]);
        let view = snapshotOf(kind, runner.state);
        for (const step of steps) {
          const before = runner.journal.length;
          step(runner);
          const frame = projectFrame(kind, runner.journal.slice(before), runner.state);
          const next = foldEvents(kind, view, overTheWire(frame) as unknown[]);
          if (next === null) throw new Error("a fact could not be read");
          view = next;
        }
        expect(view).toEqual(snapshotOf(kind, runner.state));
      }),
      { numRuns: 30 },
    );
  });

  it("passes over a fact that is newer than the client, and folds the rest", () => {
    const runner = openedRunner(aCentre({}), []);
    const view = snapshotOf("display", initialState(aCentre({})));
    const known = projectFrame("display", runner.journal, runner.state);
    const newer = { type: "ticket-teleported", seq: 9, to: "the moon" };
    expect(foldEvents("display", view, [newer, ...known, newer])).toEqual(
      foldEvents("display", view, known),
    );
  });

  it.each([
    ["a known fact that can't be read", { type: "day-opened", day: 7 }],
    ["a fact without a type", { seq: 1 }],
    ["no object", "day-opened"],
    ["nothing", null],
  ])("asks for a snapshot when there is %s", (_, raw) => {
    const view = snapshotOf("counter", initialState(aCentre({})));
    expect(foldEvents("counter", view, [raw])).toBeNull();
  });

  it("leaves the view as it is when nothing concerned it", () => {
    const view = snapshotOf("counter", initialState(aCentre({})));
    expect(foldEvents("counter", view, [])).toBe(view);
  });
});

describe("reading a snapshot", () => {
  it("takes a newer hub's view without what it does not know", () => {
    const raw = overTheWire(viewOf("kiosk", initialState(aCentre({})))) as object;
    expect(readSnapshot("kiosk", { ...raw, addedLater: 1 })).toEqual(raw);
  });

  it.each([null, 7, "view", [], {}, { day: 1 }])("takes %j for none", (raw) => {
    for (const kind of [...KINDS, "phone"] as const) expect(readSnapshot(kind, raw)).toBeNull();
  });

  it("takes a phone's whole small view, and leaves facts to the others", () => {
    const runner = openedRunner(aCentre({}), []);
    const { id } = runner.issue("land", {});
    const view = readSnapshot("phone", overTheWire(phoneView(runner.state, id)));
    if (view === null) throw new Error("no phone view");
    expect(view).toMatchObject({ ticketId: id, ahead: 0 });
  });
});

function published(version: number): object {
  return { type: "settings-published", version };
}

describe("the settings a frame brings", () => {
  it("are the last that were published in it", () => {
    expect(settingsIn([published(2), { type: "day-closed" }, published(3), null])).toBe(3);
    expect(settingsIn([{ type: "day-closed" }, 7])).toBeNull();
    expect(settingsIn([])).toBeNull();
  });
});

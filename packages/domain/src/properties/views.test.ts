import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Event } from "../events.ts";
import { failureOf, same } from "../testing/failureOf.ts";
import { historyOf, play } from "../testing/history.ts";
import { projectFrame } from "../views/projectFrame.ts";
import type { ViewKind } from "../views/ViewEvent.ts";
import { applyView, viewOf } from "../views/views.ts";

// A busy machine may take long; how long says nothing about the engine.
vi.setConfig({ testTimeout: 120_000 });

const KINDS: readonly ViewKind[] = ["kiosk", "counter", "display", "console"];
const HISTORIES = historyOf({ length: 240, without: [] });

describe("the law of views", () => {
  it.each(KINDS)("[VIEW-1] holds for a %s, frame by frame, however long a frame is", (kind) => {
    const property = fc.property(HISTORIES, fc.integer({ min: 1, max: 12 }), (intents, length) => {
      let pending: Event[] = [];
      let commands = 0;
      let view: unknown = null;
      play(intents, {
        fold: (hall, events) => {
          view ??= viewOf(kind, hall.state);
          hall.fold(events);
          pending.push(...events);
          if (++commands % length !== 0) return;
          // As the wire does it: what arrives is a copy, and the screen keeps what it has folded.
          const told = structuredClone(projectFrame(kind, pending, hall.state));
          view = told.reduce((old, event) => applyView(kind, old as never, event), view);
          same(view, viewOf(kind, hall.state));
          pending = [];
        },
      });
    });
    expect(failureOf(property, 120)).toBeNull();
  });
});

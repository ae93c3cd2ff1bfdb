import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ACounter, aTicket, aView, LAN } from "../testing/aCounter.tsx";
import { type Commands, useCommands } from "./useCommands.ts";

const FINISH = { counterId: "q01", outcome: "accepted", dossierRefs: [] } as const;
let counter: ACounter;

beforeEach(() => {
  vi.useFakeTimers();
  counter = new ACounter();
});

afterEach(() => {
  counter.close();
  vi.useRealTimers();
});

/** The commands as a screen has them. */
function commandsOf(): Commands {
  const seen: Commands[] = [];
  function Probe(): null {
    seen.push(useCommands(() => {}));
    return null;
  }
  counter.shown(<Probe />);
  const [commands] = seen;
  if (commands === undefined) throw new Error("nothing was rendered");
  return commands;
}

describe("an end of a visit that got no answer", () => {
  it("gives its id to no other visit once it is noted", async () => {
    counter.live(aView(LAN, [aTicket(1, "serving")], "open"));
    counter.attend(LAN);
    const { run } = commandsOf();
    await run("ticket:finish", FINISH);
    const first = counter.log?.entries[0]?.id;
    expect(first).toBe(counter.hub.sent[0]?.id);
    // The hub was only slow, and did not welcome this screen anew.
    counter.hub.answer = () => ({ ok: true, data: {} });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(counter.log).toBeNull();
    counter.live(aView(LAN, [aTicket(2, "serving")], "open"));
    counter.hub.set({ isStale: true });
    await run("ticket:finish", FINISH);
    expect(counter.log?.entries).toMatchObject([{ ticket: { label: "A002" } }]);
    expect(counter.log?.entries[0]?.id).not.toBe(first);
  });

  it("is not noted of somebody who came meanwhile", async () => {
    counter.live(aView(LAN, [aTicket(1, "serving")], "open"));
    counter.attend(LAN);
    const { run } = commandsOf();
    counter.hub.answer = () => {
      counter.live(aView(LAN, [aTicket(2, "called")], "open"));
      counter.lose();
      return { ok: false, code: "disconnected", details: {} };
    };
    await run("ticket:finish", FINISH);
    expect(counter.log).toBeNull();
    await run("ticket:finish", FINISH);
    expect(counter.log?.entries).toMatchObject([{ ticket: { label: "A002" } }]);
  });
});

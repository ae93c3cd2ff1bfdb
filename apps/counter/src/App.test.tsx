import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { App } from "./App.tsx";
import { ACounter, aTicket, aView, LAN } from "./testing/aCounter.tsx";

let counter: ACounter;
const shown = (): string => counter.shown(<App counterId="q01" shell={null} />);

beforeEach(() => {
  vi.useFakeTimers();
  counter = new ACounter();
});

afterEach(() => {
  counter.close();
  vi.useRealTimers();
});

describe("the counter's screen", () => {
  it("shows the code of a hub that does not know it any more, also in paper mode", () => {
    counter.live(aView(LAN, [aTicket(1, "waiting")], "open"));
    counter.attend(LAN);
    counter.lose();
    expect(counter.desk.startPaper("Chi")).toBe(true);
    expect(shown()).toContain("paper-desk");
    counter.hub.set({ connection: "pairing", pairingCode: "402913" });
    expect(shown()).toContain("402913");
    expect(shown()).not.toContain("paper-desk");
    counter.hub.set({ connection: "refused", refusal: "protocol_too_old" });
    expect(shown()).toContain("Màn hình này đã cũ so với máy chủ.");
  });

  it("shows the code to a page that was loaded anew and keeps somebody's visit", () => {
    counter.live(aView(LAN, [aTicket(1, "serving")], "open"));
    counter.attend(LAN);
    counter.lose();
    expect(counter.desk.finish("accepted", counter.hub.client.newId())).toBe(true);
    counter.reload();
    vi.advanceTimersByTime(5_000);
    expect(shown()).toContain("alone-desk");
    counter.hub.set({ connection: "pairing", pairingCode: "402913" });
    expect(shown()).toContain("402913");
  });
});

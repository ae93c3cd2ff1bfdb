import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { App } from "./App.tsx";
import type { Commands } from "./desk/useCommands.ts";
import type { OfficerDesk } from "./officer/useOfficer.ts";
import { Locked } from "./screens/Locked.tsx";
import { Paused } from "./screens/Paused.tsx";
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
    expect(
      counter.desk.finish({ outcome: "accepted", dossierRefs: [] }, counter.hub.client.newId()),
    ).toBe(true);
    counter.reload();
    vi.advanceTimersByTime(5_000);
    expect(shown()).toContain("alone-desk");
    counter.hub.set({ connection: "pairing", pairingCode: "402913" });
    expect(shown()).toContain("402913");
  });
});

describe("a locked counter whose hub is gone", () => {
  const LOCKED = { ...LAN, isLocked: true };

  it("says why it can't be unlocked, and offers a supervisor's PIN after a minute", () => {
    const locked = <Locked desk={{} as OfficerDesk} name="Lan" isInStep={false} />;
    counter.live(aView(LAN, [aTicket(1, "waiting")], "open"));
    counter.attend(LOCKED);
    counter.lose();
    expect(counter.shown(locked)).toContain("Chưa mở khóa được");
    expect(counter.shown(locked)).not.toContain("start-paper");
    vi.advanceTimersByTime(61_000);
    expect(counter.shown(locked)).toContain("start-paper");
  });

  it("is locked still when its page is loaded anew", () => {
    counter.live(aView(LAN, [aTicket(1, "serving")], "open"));
    counter.attend(LAN);
    counter.attend(LOCKED);
    counter.lose();
    counter.reload();
    vi.advanceTimersByTime(5_000);
    expect(shown()).toContain("Chưa mở khóa được");
    expect(shown()).not.toContain("A001");
    vi.advanceTimersByTime(60_000);
    expect(shown()).toContain("start-paper");
    counter.desk.startPaper("Chi");
    expect(shown()).toContain("A001");
  });

  it("is not locked by an older lock", () => {
    counter.live(aView(LAN, [aTicket(1, "serving")], "open"));
    counter.attend(LOCKED);
    counter.attend(LAN);
    counter.lose();
    counter.reload();
    vi.advanceTimersByTime(5_000);
    expect(shown()).toContain("A001");
  });
});

describe("a paused counter whose hub is gone", () => {
  it("says so, and that without the hub it has no list of its own", () => {
    counter.live(aView(LAN, [aTicket(1, "waiting")], "paused"));
    counter.attend(LAN);
    counter.lose();
    vi.advanceTimersByTime(61_000);
    const commands = { busy: new Set(), notice: null } as unknown as Commands;
    const paused = counter.shown(
      <Paused
        counterId="q01"
        place="Quầy 1"
        reason="Ăn trưa"
        waiting={1}
        commands={commands}
        isInStep={false}
      />,
    );
    expect(paused).toContain("không có danh sách của riêng mình");
    expect(paused).toContain("start-paper");
  });
});

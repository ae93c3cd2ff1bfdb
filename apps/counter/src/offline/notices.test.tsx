import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { App } from "../App.tsx";
import { ACounter, aTicket, aView, LAN, MAI } from "../testing/aCounter.tsx";
import { freshLog } from "./counterLog.ts";
import { FrozenNotice } from "./FrozenNotice.tsx";
import { ToldNotice } from "./ToldNotice.tsx";

let counter: ACounter;
const newId = (): string => counter.hub.client.newId();
const app = (): string =>
  counter.shown(
    <App counterId="q01" shell={{} as NonNullable<Parameters<typeof App>[0]["shell"]>} />,
  );

beforeEach(() => {
  vi.useFakeTimers();
  counter = new ACounter();
  counter.live(aView(LAN, [aTicket(1, "serving"), aTicket(2, "waiting")], "open"));
  counter.attend(LAN);
});

afterEach(() => {
  counter.close();
  vi.useRealTimers();
});

describe("a disk that takes no more", () => {
  it("is told to whoever ends a visit, turns paper mode on or adds a number", () => {
    counter.lose();
    const notice = (): string => counter.shown(<FrozenNotice was="open" />);
    expect(counter.desk.startPaper("Chi")).toBe(true);
    expect(notice()).not.toContain("not-kept");
    const full = vi.spyOn(counter.storage, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(counter.desk.add("BK2-07")).toEqual({ why: "full" });
    expect(counter.desk.finish({ outcome: "accepted", dossierRefs: [] }, newId())).toBe(false);
    expect(notice()).toContain("not-kept");
    expect(app()).toMatch(/paper-desk.*not-kept/s);
    full.mockRestore();
    expect(counter.desk.finish({ outcome: "accepted", dossierRefs: [] }, newId())).toBe(true);
    expect(notice()).not.toContain("not-kept");
  });
});

describe("what the hub said of what was done without it", () => {
  it("is told in two parts, with what to do about each refusal", () => {
    const told = { label: "A001", kind: "finish", code: "no_current_ticket" } as const;
    const log = { ...freshLog("q01", LAN, null), merged: 2, told: [told, told] };
    counter.store.writeLogs([log]);
    counter.desk.reread();
    const html = counter.shown(<ToldNotice isLocked={false} />).replaceAll("<!-- -->", "");
    expect(html).toContain("Đã gộp 2 lượt gọi của chế độ giấy vào máy chủ.");
    expect(html).toContain("Máy chủ không nhận những việc sau.");
    expect(html.match(/Gọi số tiếp theo trước\./gu)).toHaveLength(2);
    expect(html.match(/A001 \(Xong\)/gu)).toHaveLength(2);
  });
});

describe("what is not told yet", () => {
  it("asks for who did it to sign in, or to unlock the screen, and offers no drop then", () => {
    counter.lose();
    counter.desk.finish({ outcome: "accepted", dossierRefs: [] }, newId());
    counter.attend({ ...LAN, isLocked: true });
    counter.live(aView(LAN, [aTicket(1, "serving")], "open"));
    const own = counter.shown(<ToldNotice isLocked />);
    expect(own).toContain("Mở khóa màn hình để gửi.");
    expect(own).not.toContain("drop-untold");
    counter.attend(MAI);
    const others = counter.shown(<ToldNotice isLocked={false} />);
    expect(others).toContain("Cần Lan đăng nhập tại quầy này để gửi.");
    expect(others).toContain("drop-untold");
  });
});

describe("paper mode that was turned on by mistake", () => {
  it("has the machine's menu, and a way out that keeps what was done", () => {
    counter.lose();
    counter.desk.startPaper("Chi");
    expect(app()).toContain("desk-menu");
    expect(app()).toContain("end-paper");
    // Somebody stands there: the visit ends first.
    expect(counter.desk.endPaper()).toBe(false);
    counter.desk.finish({ outcome: "accepted", dossierRefs: [] }, newId());
    expect(counter.desk.endPaper()).toBe(true);
    expect(counter.log).toMatchObject({ paper: null, entries: [{ kind: "finish" }] });
    expect(counter.desk.call(null)).toBe(false);
  });
});

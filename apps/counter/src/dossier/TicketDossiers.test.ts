import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aDossier } from "../testing/aDossier.ts";
import { ScriptedHub, type SentCommand } from "../testing/ScriptedHub.ts";
import { ASK_AGAIN_MS, HOLDER_SHOWN_MS, TicketDossiers } from "./TicketDossiers.ts";

const FIRST = { ticketId: "01890000-0000-7000-9000-000000000001", officerId: "lan" };
const SECOND = { ticketId: "01890000-0000-7000-9000-000000000002", officerId: "lan" };
const OWN = aDossier({});
const ADDED = aDossier({ ref: "ref_0002", code: "H56.29-261112-0004" });
const HOLDER = { name: "NGUYỄN THỊ DẤU VẾT 7391", kind: "citizen", phone: "0912345678" };
const done = (data: object) => ({ ok: true, data });
const refused = (code: string) => ({ ok: false, code, details: {} });

let hub: ScriptedHub;
let keeper: TicketDossiers;

beforeEach(() => {
  vi.useFakeTimers();
  hub = new ScriptedHub();
  keeper = new TicketDossiers(hub.client);
});

afterEach(() => {
  keeper.close();
  vi.useRealTimers();
});

/** Lets answers come that are there already. */
const settle = () => vi.advanceTimersByTimeAsync(0);
const refs = () => keeper.getState().dossiers.map(({ ref }) => ref);
const sent = () => hub.sent.map(({ type }) => type);

/** Answers by the type of the command. */
function answering(answers: Readonly<Record<string, unknown>>): void {
  hub.answer = ({ type }: SentCommand) => answers[type] ?? refused("unavailable");
}

describe("the dossiers of the number at a counter", () => {
  it("are asked for once when it comes, and are all noted with its end", async () => {
    answering({ "dossier:of-ticket": done({ dossiers: [OWN, ADDED] }) });
    keeper.follow(FIRST);
    keeper.follow({ ...FIRST });
    expect(keeper.getState().found).toBe("asking");
    await settle();
    expect(sent()).toEqual(["dossier:of-ticket"]);
    expect(keeper.getState()).toMatchObject({ found: "known", ticketId: FIRST.ticketId });
    expect(keeper.refsFor(FIRST.ticketId)).toEqual(["ref_0001", "ref_0002"]);
  });

  it("are noted with no other number's end, and not where the officer says so", async () => {
    answering({ "dossier:of-ticket": done({ dossiers: [OWN, ADDED] }) });
    keeper.follow(FIRST);
    await settle();
    keeper.setNoted("ref_0001", false);
    expect(keeper.refsFor(FIRST.ticketId)).toEqual(["ref_0002"]);
    expect(keeper.refsFor(SECOND.ticketId)).toEqual([]);
    expect(keeper.refsFor(null)).toEqual([]);
    keeper.setNoted("ref_0001", true);
    expect(keeper.refsFor(FIRST.ticketId)).toEqual(["ref_0001", "ref_0002"]);
  });

  it("are another's, whose answer comes after the next was called, never", async () => {
    const first = Promise.withResolvers<unknown>();
    hub.answer = () => first.promise;
    keeper.follow(FIRST);
    answering({ "dossier:of-ticket": done({ dossiers: [] }) });
    keeper.follow(SECOND);
    await settle();
    first.resolve(done({ dossiers: [OWN] }));
    await settle();
    expect(refs()).toEqual([]);
  });

  it("are asked for again by themselves while the register does not answer", async () => {
    keeper.follow(FIRST);
    await settle();
    expect(keeper.getState().found).toBe("unavailable");
    await vi.advanceTimersByTimeAsync(ASK_AGAIN_MS);
    expect(sent()).toHaveLength(2);
    answering({ "dossier:of-ticket": done({ dossiers: [OWN] }) });
    await vi.advanceTimersByTimeAsync(ASK_AGAIN_MS);
    expect(keeper.getState()).toMatchObject({ found: "known", dossiers: [OWN] });
    await vi.advanceTimersByTimeAsync(10 * ASK_AGAIN_MS);
    expect(sent()).toHaveLength(3);
  });

  it("are not asked for any more once the number has gone", async () => {
    keeper.follow(FIRST);
    await settle();
    keeper.follow(null);
    await vi.advanceTimersByTimeAsync(10 * ASK_AGAIN_MS);
    expect(sent()).toHaveLength(1);
    expect(keeper.getState()).toMatchObject({ ticketId: null, found: "known" });
  });

  it("come back, with what was added, when the end of the visit is taken back", async () => {
    answering({
      "dossier:of-ticket": done({ dossiers: [OWN] }),
      "dossier:look-up": done(ADDED),
    });
    keeper.follow(FIRST);
    await settle();
    await keeper.add(ADDED.code, "typing");
    keeper.setNoted("ref_0001", false);
    keeper.follow(null);
    expect(refs()).toEqual([]);
    keeper.follow(FIRST);
    await settle();
    expect(keeper.refsFor(FIRST.ticketId)).toEqual(["ref_0002"]);
  });

  it("are not another officer's who takes the number over", async () => {
    answering({ "dossier:look-up": done(ADDED), "dossier:of-ticket": done({ dossiers: [] }) });
    keeper.follow(FIRST);
    await settle();
    await keeper.add(ADDED.code, "typing");
    keeper.follow({ ...FIRST, officerId: "mai" });
    await settle();
    expect(refs()).toEqual([]);
  });
});

describe("adding a dossier", () => {
  it("asks for what was scanned and puts it behind the number's own, once", async () => {
    answering({
      "dossier:of-ticket": done({ dossiers: [OWN] }),
      "dossier:look-up": done(ADDED),
    });
    keeper.follow(FIRST);
    await settle();
    expect(await keeper.add(` ${ADDED.code}\n`, "scan")).toBe(true);
    expect(hub.sent.at(-1)?.payload).toEqual({ text: ADDED.code, by: "scan" });
    keeper.setNoted("ref_0002", false);
    answering({ "dossier:look-up": done({ ...ADDED, status: "9" }) });
    expect(await keeper.add(ADDED.code, "scan")).toBe(true);
    expect(keeper.getState().dossiers).toMatchObject([{ status: "4" }, { status: "9" }]);
    expect(keeper.refsFor(FIRST.ticketId)).toEqual(["ref_0001", "ref_0002"]);
  });

  it("goes on while the register of the number's own is not there", async () => {
    answering({ "dossier:look-up": done(ADDED) });
    keeper.follow(FIRST);
    await settle();
    await keeper.add(ADDED.code, "typing");
    answering({ "dossier:of-ticket": done({ dossiers: [OWN, ADDED] }) });
    await vi.advanceTimersByTimeAsync(ASK_AGAIN_MS);
    expect(refs()).toEqual(["ref_0001", "ref_0002"]);
  });

  it("says why not, and forgets that when it is tried again", async () => {
    answering({ "dossier:look-up": refused("dossier_not_found") });
    keeper.follow(FIRST);
    expect(await keeper.add("H56.29-250401-9999", "typing")).toBe(false);
    expect(keeper.getState().adding).toEqual({ status: "refused", why: "dossier_not_found" });
    keeper.forgetRefusal();
    expect(keeper.getState().adding).toEqual({ status: "idle" });
  });

  it("sends neither a card nor a payment, and nothing while nobody is here", async () => {
    expect(await keeper.add(ADDED.code, "scan")).toBe(false);
    expect(keeper.getState().adding).toMatchObject({ why: "no_current_ticket" });
    keeper.follow(FIRST);
    const card = "001085007391|012345678|NGUYỄN THỊ DẤU VẾT 7391|01011985|Nữ|Thôn 1|01012021";
    expect(await keeper.add(card, "scan")).toBe(false);
    expect(keeper.getState().adding).toMatchObject({ why: "no_code" });
    await keeper.add("00020101021238560010A0000007270126", "scan");
    expect(keeper.getState().adding).toMatchObject({ why: "payment" });
    expect(sent()).toEqual(["dossier:of-ticket"]);
    expect(JSON.stringify(keeper.getState())).not.toContain("DẤU VẾT");
  });

  it("stops at as many as the end of a visit can carry", async () => {
    const many = Array.from({ length: 20 }, (_, n) => aDossier({ ref: `ref_1${n}` }));
    answering({ "dossier:of-ticket": done({ dossiers: many }), "dossier:look-up": done(ADDED) });
    keeper.follow(FIRST);
    await settle();
    expect(await keeper.add(ADDED.code, "scan")).toBe(false);
    expect(keeper.getState().adding).toMatchObject({ why: "full" });
    expect(keeper.refsFor(FIRST.ticketId)).toHaveLength(20);
  });
});

/** The holder stands on the screen. */
async function openHolder(): Promise<void> {
  answering({
    "dossier:of-ticket": done({ dossiers: [OWN] }),
    "dossier:open-holder": done(HOLDER),
  });
  keeper.follow(FIRST);
  await settle();
  await keeper.openHolder("ref_0001");
}

describe("the holder of a dossier", () => {
  it("is shown in full for half a minute, and is gone from memory then", async () => {
    await openHolder();
    expect(keeper.getState().holder).toMatchObject({ status: "shown", holder: HOLDER });
    await vi.advanceTimersByTimeAsync(HOLDER_SHOWN_MS - 1);
    expect(keeper.getState().holder.status).toBe("shown");
    await vi.advanceTimersByTimeAsync(1);
    expect(JSON.stringify(keeper.getState())).not.toContain("DẤU VẾT");
  });

  it("goes with the number, and does not come back with it", async () => {
    await openHolder();
    keeper.follow(null);
    expect(keeper.getState().holder.status).toBe("closed");
    keeper.follow(FIRST);
    await settle();
    expect(JSON.stringify(keeper.getState())).not.toContain("DẤU VẾT");
  });

  it("is not shown when its answer comes after the desk was locked", async () => {
    const late = Promise.withResolvers<unknown>();
    keeper.follow(FIRST);
    await settle();
    hub.answer = () => late.promise;
    const opening = keeper.openHolder("ref_0001");
    keeper.hideHolder();
    late.resolve(done(HOLDER));
    await opening;
    expect(keeper.getState().holder.status).toBe("closed");
  });

  it("is refused to an officer without the right, in so many words", async () => {
    answering({ "dossier:open-holder": refused("forbidden") });
    keeper.follow(FIRST);
    await keeper.openHolder("ref_0001");
    expect(keeper.getState().holder).toEqual({
      status: "refused",
      ref: "ref_0001",
      why: "forbidden",
    });
  });
});

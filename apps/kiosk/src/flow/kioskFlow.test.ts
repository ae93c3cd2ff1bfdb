import { describe, expect, it } from "vitest";
import { kioskFlow, startFlow } from "./kioskFlow.ts";
import type { GivenTicket, KioskAction, KioskFlow, Wish } from "./Screen.ts";
import {
  ANSWER_WITHIN_MS,
  ASK_AFTER_MS,
  PAPERLESS_STAYS_MS,
  SCANNED_STAYS_MS,
  TICKET_STAYS_MS,
} from "./stays.ts";

const WISH: Wish = {
  id: "wish-1",
  payload: { serviceId: "land", class: "normal", reason: null, language: "vi", print: true },
  printer: "ready",
};
const TICKET: GivenTicket = {
  ticketId: "ticket-1",
  label: "A012",
  serviceId: "land",
  class: "normal",
  issuedAt: 0,
  ahead: 3,
  estimate: null,
  token: "token",
};
const chooseGroup = { type: "chose-group", agencyId: "land", onlyService: null } as const;
const chooseService = { type: "chose-service", serviceId: "land" } as const;
const take = { type: "took", wish: WISH } as const;
const given = { type: "given", wishId: WISH.id, ticket: TICKET } as const;
const cut = { type: "refused", wishId: WISH.id, code: "disconnected", details: {} } as const;

const after = (...actions: KioskAction[]): KioskFlow => actions.reduce(kioskFlow, startFlow(0));
const ticked = (at: number): KioskAction => ({ type: "ticked", at });

describe("the way to a number", () => {
  it("leads from the group over the service to the ticket", () => {
    const steps = [chooseGroup, chooseService, take, given].map(
      (_, at, all) => after(...all.slice(0, at + 1)).screen.step,
    );
    expect(steps).toEqual(["service", "confirm", "taking", "ticket"]);
  });

  it("skips the list of services of a group that has one", () => {
    const { screen } = after({ ...chooseGroup, onlyService: "land" });
    expect(screen).toMatchObject({ step: "confirm", serviceId: "land", reasonId: null });
  });

  it("goes back one step, over a list that was skipped", () => {
    const confirm = [chooseGroup, chooseService] as const;
    const back = (hasOneService: boolean) =>
      after(...confirm, { type: "went-back", hasOneService }).screen.step;
    expect(back(false)).toBe("service");
    expect(back(true)).toBe("group");
  });

  it("forgets the reason of one service when another is chosen", () => {
    const { screen } = after(
      chooseGroup,
      chooseService,
      { type: "chose-reason", reasonId: "old" },
      { type: "went-back", hasOneService: false },
      chooseService,
    );
    expect(screen).toMatchObject({ step: "confirm", reasonId: null });
  });
});

describe("taking a number", () => {
  it("takes one number for a double touch: a second wish is ignored", () => {
    const flow = after(chooseGroup, chooseService, take, {
      type: "took",
      wish: { ...WISH, id: "wish-2" },
    });
    expect(flow.screen).toEqual({ step: "taking", wish: WISH });
  });

  it("[I8] keeps the wish that was not answered, and sends no other in its place", () => {
    const refused = after(chooseGroup, chooseService, take, cut);
    expect(refused.screen).toMatchObject({ step: "refused", wish: WISH });
    const other = { type: "took", wish: { ...WISH, id: "wish-2" } } as const;
    expect(kioskFlow(refused, other)).toBe(refused);
    expect(kioskFlow(refused, take).screen).toEqual({ step: "taking", wish: WISH });
  });

  it("offers nothing to send again after a refusal, which is an answer", () => {
    const { screen } = after(chooseGroup, chooseService, take, { ...cut, code: "quota_reached" });
    expect(screen).toMatchObject({ step: "refused", code: "quota_reached", wish: null });
  });

  it("ignores an answer to a wish that nobody waits for any more", () => {
    const flow = after(chooseGroup, chooseService, take, cut, { type: "started-again" });
    expect(kioskFlow(flow, given)).toBe(flow);
  });

  it("never leaves a wish under way, however long its answer takes", () => {
    const flow = after(chooseGroup, chooseService, take, ticked(10 * ASK_AFTER_MS), {
      type: "went-back",
      hasOneService: false,
    });
    expect(flow).toMatchObject({ screen: { step: "taking" }, askedAt: null });
  });
});

describe("time-outs", () => {
  it("asks somebody who does nothing, and starts again without an answer", () => {
    const asked = after(chooseGroup, ticked(ASK_AFTER_MS));
    expect(asked).toMatchObject({ askedAt: ASK_AFTER_MS, screen: { step: "service" } });
    const later = kioskFlow(asked, ticked(ASK_AFTER_MS + ANSWER_WITHIN_MS - 1));
    expect(later.screen.step).toBe("service");
    const over = kioskFlow(asked, ticked(ASK_AFTER_MS + ANSWER_WITHIN_MS));
    expect(over).toMatchObject({ screen: { step: "group", page: 0 }, askedAt: null, visitor: 1 });
  });

  it("gives more time as often as somebody asks for it", () => {
    let flow = after(chooseGroup);
    for (let at = ASK_AFTER_MS; at < 20 * ASK_AFTER_MS; at += ASK_AFTER_MS) {
      flow = kioskFlow(flow, ticked(at));
      expect(flow.askedAt).toBe(at);
      flow = kioskFlow(flow, { type: "stayed", at });
    }
    expect(flow.screen.step).toBe("service");
  });

  it("does not ask while somebody touches the screen", () => {
    const flow = after(chooseGroup, { type: "touched", at: 50_000 }, ticked(ASK_AFTER_MS));
    expect(flow.askedAt).toBeNull();
  });

  it("asks nothing on the first screen, but starts the next person in the first language", () => {
    const flow = after({ type: "turned", page: 1 }, ticked(ASK_AFTER_MS));
    expect(flow).toMatchObject({ askedAt: null, visitor: 1, screen: { step: "group", page: 0 } });
  });

  it("takes the ticket off the screen after its time", () => {
    const flow = after(chooseGroup, chooseService, take, ticked(1_000), given);
    expect(kioskFlow(flow, ticked(1_000 + TICKET_STAYS_MS - 1)).screen.step).toBe("ticket");
    expect(kioskFlow(flow, ticked(1_000 + TICKET_STAYS_MS)).screen.step).toBe("group");
  });
});

const scan = { type: "scanned", scan: { what: "ticket" }, id: "s", at: 5_000 } as const;
const unreadable = { ...scan, scan: { what: "unknown" } } as const;

describe("a scan", () => {
  it.each<[string, readonly KioskAction[]]>([
    ["the first question", []],
    ["a choice", [chooseGroup, chooseService]],
    ["a search", [{ type: "opened-search" }]],
    ["the question whether somebody is there", [chooseGroup, ticked(ASK_AFTER_MS)]],
    ["a refusal", [chooseGroup, chooseService, take, { ...cut, code: "quota_reached" }]],
    ["another scan", [unreadable]],
  ])("is told in place of %s", (_name, before) => {
    const flow = after(...before, scan);
    expect(flow).toMatchObject({ screen: { step: "scanned", what: "ticket" }, askedAt: null });
  });

  it.each<[string, readonly KioskAction[]]>([
    ["a wish that is under way", [chooseGroup, chooseService, take]],
    ["a wish that was not answered", [chooseGroup, chooseService, take, cut]],
    ["a number that stands there to be read", [chooseGroup, chooseService, take, given]],
  ])("does not take away %s", (_name, before) => {
    const flow = after(...before);
    const code = { ...scan, scan: { what: "code", text: "H56-251124-0001" } } as const;
    for (const action of [scan, unreadable, code]) expect(kioskFlow(flow, action)).toBe(flow);
  });

  it("is taken off after half a minute without a question, for the next person", () => {
    const flow = after(scan);
    expect(kioskFlow(flow, ticked(5_000 + SCANNED_STAYS_MS - 1)).screen.step).toBe("scanned");
    const over = kioskFlow(flow, ticked(5_000 + SCANNED_STAYS_MS));
    expect(over).toMatchObject({ screen: { step: "group" }, visitor: 1 });
  });
});

describe("a search", () => {
  const at = { query: "khai sinh", page: 1, procedure: null, papersPage: 0 };
  const found = [{ type: "opened-search" }, { type: "searched", at }] as const;
  const line = { type: "chose-line", agencyId: "land", serviceId: "land" } as const;
  const back = { type: "went-back", hasOneService: true } as const;

  it("leads to the number of a line, and back to where it was", () => {
    const confirm = after(...found, line);
    expect(confirm.screen).toMatchObject({ step: "confirm", serviceId: "land", reasonId: null });
    expect(kioskFlow(confirm, back).screen).toEqual({ step: "search", at });
  });

  it("is asked about like any choice, and gone for the next person", () => {
    const asked = after(...found, ticked(ASK_AFTER_MS));
    expect(asked).toMatchObject({ askedAt: ASK_AFTER_MS, screen: { step: "search" } });
    const over = kioskFlow(asked, ticked(ASK_AFTER_MS + ANSWER_WITHIN_MS));
    expect(JSON.stringify(over)).not.toContain("khai sinh");
  });
});

const told = (copy: number, outcome: "confirmed" | "failed" | "unknown"): KioskAction => ({
  type: "paper-told",
  news: { ticketId: TICKET.ticketId, copy, outcome },
  at: 5_000,
});

describe("the paper of a number", () => {
  const printed = [chooseGroup, chooseService, take, given] as const;
  const askAgain = { type: "asked-copy", at: 6_000 } as const;
  const paperAfter = (...actions: KioskAction[]): unknown => {
    const { screen } = after(...printed, ...actions);
    return screen.step === "ticket" ? screen.paper : screen.step;
  };

  it("is on its way until the hub says what became of it", () => {
    expect(paperAfter()).toEqual({ kind: "printing", copy: 0 });
    expect(paperAfter(told(0, "confirmed"))).toEqual({ kind: "printed" });
    expect(paperAfter(told(0, "unknown"))).toEqual({ kind: "unknown", copy: 0 });
  });

  it("is asked for again once only, and not without a reason", () => {
    expect(paperAfter(askAgain)).toEqual({ kind: "printing", copy: 0 });
    expect(paperAfter(told(0, "failed"), askAgain)).toEqual({ kind: "printing", copy: 1 });
    const second = [told(0, "failed"), askAgain, told(1, "failed")] as const;
    expect(paperAfter(...second)).toEqual({ kind: "failed", copy: 1 });
    expect(paperAfter(...second, askAgain)).toEqual({ kind: "failed", copy: 1 });
  });

  it("is not judged by news of another ticket or of the paper before", () => {
    const other = { ...told(0, "failed"), news: { ticketId: "x", copy: 0, outcome: "failed" } };
    expect(paperAfter(other as KioskAction)).toEqual({ kind: "printing", copy: 0 });
    const late = [told(0, "failed"), askAgain, told(0, "unknown")] as const;
    expect(paperAfter(...late)).toEqual({ kind: "printing", copy: 1 });
  });

  it("leaves the number on the screen for a minute when there is none", () => {
    const flow = after(...printed, told(0, "failed"));
    expect(kioskFlow(flow, ticked(5_000 + PAPERLESS_STAYS_MS - 1)).screen.step).toBe("ticket");
    expect(kioskFlow(flow, ticked(5_000 + PAPERLESS_STAYS_MS)).screen.step).toBe("group");
  });

  it("is not expected where the printer could not print when the number was taken", () => {
    const payload = { ...WISH.payload, print: false };
    const wish: Wish = { ...WISH, payload, printer: "paper_out" };
    const { screen } = after(chooseGroup, chooseService, { type: "took", wish }, given);
    expect(screen).toMatchObject({ paper: { kind: "paperless", printer: "paper_out" } });
  });
});

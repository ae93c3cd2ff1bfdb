import { aCentre, MINUTE, officerAt, openedRunner, T0 } from "@luot/domain/testing";
import { describe, expect, it } from "vitest";
import { ticketDocument } from "./ticketDocument.ts";

const FACTS = { qr: "http://so.example/p/TOKEN", copy: 0, printedAt: T0 + 5 * MINUTE };

describe("the words on a paper", () => {
  it("are Vietnamese for a ticket in Vietnamese", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    runner.issue("land", {});
    const document = ticketDocument(runner.state, runner.issue("land", {}), FACTS);
    expect(document).toEqual({
      centreName: "Trung tâm",
      language: "vi",
      label: "A002",
      serviceName: "land",
      agencyName: "Cơ quan",
      classLine: "",
      counters: "Quầy phục vụ: 1",
      aheadLine: "Số người chờ trước: 1",
      estimateLine: document.estimateLine,
      printedAtLine: "Thời gian in phiếu: 08:05, 02/03/2026",
      notice: "BẢN DÙNG THỬ · Xin chờ đến lượt",
      footer: "Xin cảm ơn",
      qr: FACTS.qr,
      captions: { title: "SỐ THỨ TỰ", scanHint: "Quét mã để theo dõi lượt trên điện thoại" },
    });
    expect(document.estimateLine).toMatch(/^Thời gian chờ dự kiến: (khoảng )?\d+(–\d+)? phút$/);
  });

  it("are English for a ticket in English, with the reason of its priority", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    const ticket = runner.issue("land", { language: "en", class: "priority", reason: "elderly" });
    const document = ticketDocument(runner.state, ticket, { ...FACTS, copy: 2 });
    expect(document).toMatchObject({
      classLine: "elderly",
      counters: "Counters: 1",
      aheadLine: "People before you: 0",
      printedAtLine: "Printed at 08:05, 02/03/2026",
      captions: { title: "YOUR NUMBER" },
      reprint: { title: "REPRINT", count: 2 },
    });
  });

  it("promise no wait while no counter is open for the service", () => {
    const runner = openedRunner(aCentre({}), []);
    const document = ticketDocument(runner.state, runner.issue("land", {}), FACTS);
    expect(document.estimateLine).toBe("Thời gian chờ: chưa có quầy mở");
  });

  it("name the counters that take the service first, in runs", () => {
    const { counters, ...centre } = aCentre({});
    const [one] = counters;
    const numbers = [12, 5, 6, 7, 1];
    const many = numbers.map((number) => ({ ...counters[0], id: `n${number}`, number }));
    const [last] = counters.slice(2);
    const settings = {
      ...centre,
      counters: [...many, { ...last, number: 9 }, { ...counters[1] }] as (typeof one & object)[],
    };
    const runner = openedRunner(settings, []);
    const document = ticketDocument(runner.state, runner.issue("land", {}), FACTS);
    // Counter 9 takes land only when nobody waits for notary.
    expect(document.counters).toBe("Quầy phục vụ: 1, 5–7, 12");
  });

  it("say nothing of a demonstration in a real centre", () => {
    const { centre } = aCentre({});
    const runner = openedRunner(aCentre({ centre: { ...centre, isDemo: false } }), ["c1"]);
    const document = ticketDocument(runner.state, runner.issue("land", {}), FACTS);
    expect(document.notice).toBe("Xin chờ đến lượt");
  });

  it("[I11] name nobody, also after an officer has called", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    const ticket = runner.issue("land", {});
    runner.must("ticket:call-next", { counterId: "c1" }, officerAt("c1"));
    const text = JSON.stringify(ticketDocument(runner.state, ticket, FACTS));
    expect(text).not.toContain("officer");
  });
});

import { describe, expect, it } from "vitest";
import { type PaperFacts, paperText } from "./paperText.ts";

const text = (words: string) => ({ vi: words, en: words });
const CENTRE = {
  centre: { name: text("Trung tâm"), isDemo: false },
  agencies: [{ id: "agency", name: text("Cơ quan") }],
  services: [{ id: "land", agencyId: "agency", name: text("Đất đai") }],
  counters: [],
  priorityReasons: [],
  ticketNotice: text("Xin chờ"),
  ticketFooter: text("Xin cảm ơn"),
};
const FACTS: PaperFacts = {
  label: "AK2-07",
  serviceId: "land",
  language: "vi",
  reason: null,
  prospect: null,
  qr: "",
  copy: 0,
  printedAt: { date: "2026-03-02", minutes: 485 },
};

describe("the paper of a number that was given without the hub", () => {
  it("promises neither a place in the line nor a wait, and shows no code", () => {
    expect(paperText(CENTRE, FACTS)).toMatchObject({
      label: "AK2-07",
      serviceName: "Đất đai",
      agencyName: "Cơ quan",
      aheadLine: "",
      estimateLine: "",
      printedAtLine: "Thời gian in phiếu: 08:05, 02/03/2026",
      qr: "",
      captions: { title: "SỐ THỨ TỰ", scanHint: "" },
    });
  });

  it("stays readable when the settings do not know its service any more", () => {
    expect(paperText(CENTRE, { ...FACTS, serviceId: "gone", reason: "gone" })).toMatchObject({
      label: "AK2-07",
      serviceName: "",
      agencyName: "",
      classLine: "",
      counters: "",
    });
  });
});

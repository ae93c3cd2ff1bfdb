import type { Wish, WishData } from "@luot/store";
import { describe, expect, it } from "vitest";
import { aCentre, T0 } from "../../src/testing/aCentre.ts";
import { kioskDocument } from "./kioskDocument.ts";

const DATA: WishData = {
  ticketId: "0198c2f0-0000-7000-8000-000000000001",
  label: "A012",
  serviceId: "a-submit",
  class: "normal",
  issuedAt: T0,
  ahead: 4,
  estimate: null,
  token: "TOKEN",
};
const WISH: Wish = {
  id: "0198c2f0-0000-7000-8000-000000000002",
  payload: { serviceId: "a-submit", class: "normal", reason: null, language: "vi", print: true },
  arrivedAt: T0,
  state: "answered",
  answer: { ok: true, data: DATA },
};
const FACTS = {
  copy: 0,
  printedAt: T0,
  phoneUrl: (token: string) => `http://hub.example/p/${token}`,
};

describe("the paper of a kiosk's printer", () => {
  it("is the one that the hub would print, for a number of the hub", () => {
    expect(kioskDocument(aCentre({}), WISH, FACTS)).toMatchObject({
      label: "A012",
      serviceName: "Hộ tịch, chứng thực, lý lịch tư pháp",
      aheadLine: "Số người chờ trước: 4",
      estimateLine: "Thời gian chờ: chưa có quầy mở",
      printedAtLine: "Thời gian in phiếu: 09:00, 24/11/2025",
      qr: "http://hub.example/p/TOKEN",
    });
  });

  it("has neither page nor place in the line, for a number of its own", () => {
    const data = { ...DATA, label: "AK2-07", ahead: null, token: null };
    const own: Wish = { ...WISH, state: "superseded", answer: { ok: true, data } };
    expect(kioskDocument(aCentre({}), own, FACTS)).toMatchObject({
      label: "AK2-07",
      aheadLine: "",
      estimateLine: "",
      qr: "",
    });
  });

  it("says of a copy that it is one, and nothing of a line that has moved on", () => {
    expect(kioskDocument(aCentre({}), WISH, { ...FACTS, copy: 2 })).toMatchObject({
      aheadLine: "",
      qr: "http://hub.example/p/TOKEN",
      reprint: { title: "BẢN IN LẠI", count: 2 },
    });
  });

  it("is none for a wish without a number", () => {
    expect(kioskDocument(aCentre({}), { ...WISH, state: "asked", answer: null }, FACTS)).toBeNull();
  });
});

import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { dossierText } from "./dossierText.ts";

describe("dossierText", () => {
  it.each([
    " H56.29-250401-0003 ",
    "]C1000.00.01.H56-210504-0012",
    "https://dichvucong.gov.vn/tra-cuu?ma=H56.29-250401-0003",
    "HS-2026-04101",
  ])("lets the hub judge %s", (text) => {
    expect(dossierText(text)).toEqual({ kind: "text", text: text.trim() });
  });

  it("keeps a citizen's card to itself", () => {
    const card = "001085007391|012345678|NGUYỄN THỊ DẤU VẾT 7391|01011985|Nữ|Thôn 1|01012021";
    expect(dossierText(card)).toEqual({ kind: "none" });
  });

  it("takes of a receipt's fields the code alone", () => {
    expect(dossierText("NGUYỄN THỊ DẤU VẾT 7391|001085007391| H56.29-250401-0003 |x")).toEqual({
      kind: "text",
      text: "H56.29-250401-0003",
    });
  });

  it("takes a payment for one, and a ticket, an empty and an endless text for none", () => {
    expect(dossierText("00020101021238560010A0000007270126").kind).toBe("payment");
    const token = "A".repeat(42);
    for (const text of [token, `https://hub/p/${token}`, "", "  ", "x".repeat(129)])
      expect(dossierText(text)).toEqual({ kind: "none" });
  });

  it("never sends a bar, nor more than the hub takes", () => {
    assert(
      property(string({ maxLength: 300 }), (raw) => {
        const read = dossierText(raw);
        if (read.kind !== "text") return;
        expect(read.text).not.toContain("|");
        expect(read.text.length).toBeLessThanOrEqual(128);
        expect(read.text).not.toBe("");
      }),
    );
  });
});

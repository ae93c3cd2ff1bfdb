import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AgeClass } from "./citizenCard.ts";
import { classifyScan, type ScanKind } from "./classifyScan.ts";
import vectors from "./fixtures/vietqr.json" with { type: "json" };

const NOW = Date.parse("2026-11-24T08:00:00+07:00");
const TOKEN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJ";
const kindOf = (text: string): ScanKind["kind"] => classifyScan(text, NOW).kind;
/** Synthetic: the number's sex and year digits fit the birth date. */
const card = (birth: string, id: string): string =>
  `${id}||NGUYỄN VĂN AN|${birth}|Nam|Phố 5, Phường Hạc Thành, Thanh Hóa|12082021`;

describe("classifyScan", () => {
  it.each<[string, ScanKind["kind"]]>([
    ["H56.29-250401-0003", "dossier"],
    ["]C0000.00.01.H56-210504-0012", "dossier"],
    ["https://x.gov.vn/tra-cuu?ma=H56.29-250401-0003&k=1", "dossier"],
    ["H56.29-250401-0003|NGUYỄN VĂN AN|01/04/2025", "dossier"],
    [TOKEN, "ticket"],
    [TOKEN.slice(1), "unknown"],
    [`${TOKEN}A`, "unknown"],
    [`http://192.0.2.10:7410/p/${TOKEN}`, "ticket"],
    [`https://so.example/phone/?t=${TOKEN}`, "ticket"],
    [`https://so.example/q/${TOKEN}`, "unknown"],
    [card("05031960", "038060000017"), "citizen_card"],
    ["LUOT-PAIR:012345", "pairing"],
    ["012345", "unknown"],
    ["A012", "unknown"],
    ["1.001193.H56", "unknown"],
    ["", "unknown"],
  ])("takes %s for %s", (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each(vectors.cases.filter(({ payload }) => payload.startsWith("000201")))(
    "names a payment, never its dossier, and whether its sum is right: $id",
    ({ payload, valid }) => {
      expect(classifyScan(payload, NOW)).toEqual({ kind: "payment", isValid: valid });
    },
  );

  it("tells a dossier of the day after tomorrow from one of tomorrow, by Vietnam's calendar", () => {
    const late = Date.parse("2026-11-24T23:30:00+07:00");
    expect(classifyScan("H56-261125-0001", late)).toMatchObject({ isFromFuture: false });
    expect(classifyScan("H56-261126-0001", late)).toMatchObject({ isFromFuture: true });
    const early = Date.parse("2026-11-25T00:30:00+07:00");
    expect(classifyScan("H56-261126-0001", early)).toMatchObject({ isFromFuture: false });
  });

  it.each<[string, string, AgeClass]>([
    ["05031960", "038060000017", "60_to_74"],
    ["24111966", "038066000017", "60_to_74"],
    ["25111966", "038066000017", "under_60"],
    ["00001966", "038066000017", "60_to_74"],
    ["01011951", "038151000017", "75_to_79"],
    ["01011940", "038140000017", "80_or_more"],
    ["01012005", "038205000017", "under_60"],
    ["01012005", "038005000017", "unknown"],
    ["01011990", "038060000017", "unknown"],
    ["32011960", "038060000017", "unknown"],
    ["05131960", "038060000017", "unknown"],
    ["00121966", "038066000017", "60_to_74"],
    ["00101966", "038066000017", "60_to_74"],
  ])("keeps of a card born %s with the number %s only the class %s", (birth, id, ageClass) => {
    expect(classifyScan(card(birth, id), NOW)).toEqual({ kind: "citizen_card", ageClass });
  });

  it("reads the cards without an old number and with fields that came later", () => {
    const short = "038060000017|NGUYỄN VĂN AN|05031960|Nam|Thanh Hóa|12082021";
    const long = `${card("05031960", "038060000017")}|x||y|z`;
    const expected = { kind: "citizen_card", ageClass: "60_to_74" };
    expect([short, long].map((text) => classifyScan(text, NOW))).toEqual([expected, expected]);
    const unreadable = "NGUYEN|038060000017|05/03/1960|Nam|TH|x";
    expect(classifyScan(unreadable, NOW)).toEqual({ kind: "citizen_card", ageClass: "unknown" });
  });

  it("takes a receipt that names its holder's number for the dossier, and nothing else of it", () => {
    const receipt = "H56.29-250401-0003|NGUYỄN VĂN AN|038060000017|05031960|1.001193|12082021";
    const said = classifyScan(receipt, NOW);
    expect(said).toMatchObject({ kind: "dossier", dossier: { code: "H56.29-250401-0003" } });
    expect(JSON.stringify(said)).not.toMatch(/NGUY|0380|1960/);
  });

  it("lets no letter or number of a card out, whatever stands in its fields", () => {
    const word = fc.stringMatching(/^[A-ZĂÂĐÊÔƠƯ]{3,12}$/);
    fc.assert(
      fc.property(word, word, fc.stringMatching(/^0\d{11}$/), (name, street, id) => {
        const said = JSON.stringify(
          classifyScan(`${id}||${name}|05031960|Nu|${street}|12082021`, NOW),
        );
        for (const secret of [name, street, id, "1960"]) expect(said).not.toContain(secret);
      }),
    );
  });

  it("has a kind for any text and reads none that is too long", () => {
    const piece = fc.constantFrom("000201", "6304", "|", "05031960", "038060000017", "]C1", "/p/");
    const any = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.oneof(piece, fc.string())).map((pieces) => pieces.join("")),
    );
    fc.assert(fc.property(any, (text) => kindOf(text).length > 0));
    const code = "H56.29-250401-0003";
    expect(kindOf(code + "x".repeat(1_024 - code.length))).toBe("dossier");
    expect(kindOf(code + "x".repeat(1_025 - code.length))).toBe("unknown");
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAgencyId } from "./agencyId.ts";
import { parseDossierCode } from "./dossierCode.ts";
import vectors from "./fixtures/dossier-codes.json" with { type: "json" };

describe("parseDossierCode", () => {
  it.each(vectors.cases)("$id $kind: $note", ({ input, expect: expected }) => {
    expect(parseDossierCode(input)).toEqual(expected);
  });

  it("takes no dossier from a payment that names one", () => {
    const purpose = "LE PHI H56.29-250401-0003";
    expect(parseDossierCode(purpose)?.tail).toBe("0003");
    expect(parseDossierCode(`000201 ${purpose}`)).toBeNull();
  });

  const date = fc
    .date({ min: new Date("2018-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, "0"));
  const level1 = fc
    .tuple(fc.constantFrom("A", "B", "C", "G", "H", "K", "X", "Y"), two)
    .map((parts) => parts.join(""));
  const newForm = fc
    .tuple(level1, fc.array(fc.stringMatching(/^[0-9A-Z]{1,5}$/), { maxLength: 5 }))
    .map(([first, groups]) => [first, ...groups].join("."));
  const oldForm = fc.tuple(two, two, level1).map(([a, b, id]) => `0${a}.${b}.${a}.${id}`);
  const tail = fc.stringMatching(/^\d{4,9}$/);
  const before = fc.constantFrom("", " ", "https://x.gov.vn/tc?ma=", "Mã: ", "(", "a|", "]C0");
  const after = fc.constantFrom("", " ", "&k=1", "#a", "|x", ")", "\r\n");

  it("gives back the code that it found, in whatever stands around it", () => {
    fc.assert(
      fc.property(
        fc.oneof(newForm, oldForm),
        date,
        tail,
        before,
        after,
        (agency, received, last, front, end) => {
          const code = `${agency}-${received.slice(2).replaceAll("-", "")}-${last}`;
          const parsed = parseDossierCode(front + code + end);
          expect(parsed).toEqual({
            code,
            agency,
            agencyForm: parseAgencyId(agency),
            received,
            tail: last,
          });
          expect(parseDossierCode(code.toLowerCase())?.code).toBe(code);
        },
      ),
    );
  });

  it("answers any text, however long or strange", () => {
    const parts = fc.constantFrom(
      "H56",
      ".",
      "-",
      "250401",
      "0003",
      " ",
      "000.00.01.",
      "]C1",
      "ﬀ",
      "–",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(parts).map((list) => list.join("")),
        ),
        (text) => {
          const parsed = parseDossierCode(text);
          expect(parseDossierCode(parsed?.code ?? "")).toEqual(parsed);
        },
      ),
    );
    expect(parseDossierCode(`H56.29-250401-0003${" ".repeat(5_000)}`)).toBeNull();
    for (const hostile of ["H56.".repeat(1_000), " ".repeat(4_096), "-_".repeat(2_000)])
      expect(parseDossierCode(hostile)).toBeNull();
  });
});

describe("parseAgencyId", () => {
  it.each([
    ["000.00.01.H56", "old"],
    ["H56", "new"],
    ["H56.101.07", "new"],
    ["Z56", null],
    ["H5", null],
    ["h56.29", null],
    [`H56${".12345".repeat(6)}`, null],
  ] as const)("takes %s for %s", (text, form) => {
    expect(parseAgencyId(text)).toBe(form);
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import fixture from "../fixtures/vietnamese-numbers.json" with { type: "json" };
import {
  LETTER_WORDS_VI,
  type ReadingOptions,
  readNumber,
  readTicketLabel,
} from "./readVietnamese.ts";

interface Case {
  readonly id: string;
  readonly label?: string;
  readonly number?: number;
  readonly options?: ReadingOptions;
  readonly words: string;
}
const cases = fixture.cases.map((given): Case => {
  const { id, words, label, number, options } = given;
  const asked = options === undefined ? {} : { options: toOptions(options) };
  return label === undefined ? { id, words, number, ...asked } : { id, words, label, ...asked };
});

/** JSON only knows that an option is some text. */
function toOptions(options: { readonly region?: string; readonly four?: string }): ReadingOptions {
  if (options.four === "bốn") return { four: "bốn" };
  if (options.region === "nam") return { region: "nam" };
  throw new Error("an option of the fixture that this test does not know");
}

/** As the fixture says: case and commas ignored, hyphens are spaces, spaces collapsed, NFC. */
const plain = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(",", "")
    .replaceAll("-", " ")
    .replaceAll(/\s+/g, " ");

const read = ({ label, number, options }: Case): string => {
  if (label !== undefined)
    return options ? readTicketLabel(label, options) : readTicketLabel(label);
  return options ? readNumber(number ?? -1, options) : readNumber(number ?? -1);
};

const everyNumber = fc.integer({ min: 0, max: 9_999 });
const someOptions = fc.record<ReadingOptions>(
  {
    region: fc.constantFrom("bac" as const, "trung" as const, "nam" as const),
    four: fc.constantFrom("tư" as const, "bốn" as const),
  },
  { requiredKeys: [] },
);

describe("Vietnamese readings", () => {
  it.each(cases)("reads fixture case $id as $words", (given) => {
    expect(plain(read(given))).toBe(plain(given.words));
  });

  it("reads the letters of the fixture under the same names", () => {
    for (const [letter, name] of Object.entries(fixture.letters))
      expect(LETTER_WORDS_VI[letter]).toBe(name);
  });

  it("answers in NFC with single spaces", () => {
    for (let n = 0; n <= 9_999; n++) {
      const words = readNumber(n);
      expect(words).toBe(words.normalize("NFC").trim().replaceAll(/\s+/g, " "));
    }
  });
});

describe("readNumber", () => {
  it("gives every number from 0 to 9999 words of its own", () => {
    for (const region of ["bac", "trung", "nam"] as const)
      for (const four of ["tư", "bốn"] as const) {
        const all = Array.from({ length: 10_000 }, (_, n) => readNumber(n, { region, four }));
        expect(new Set(all).size).toBe(10_000);
      }
  });

  it("uses known words only", () => {
    const known = new Set(
      "không một hai ba bốn năm sáu bảy tám chín mười mươi mốt tư lăm trăm linh lẻ nghìn ngàn".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(everyNumber, someOptions, (n, options) => {
        for (const word of readNumber(n, options).split(" ")) expect(known).toContain(word);
      }),
    );
  });

  it.each([
    ["two tens words in a row", /mười mươi|mươi mười|mươi mươi|một mươi/],
    ["mốt or tư anywhere but after mươi", /(?<!mươi )(mốt|tư)(?![\p{L}])/u],
    ["lăm anywhere but after mười or mươi", /(?<!mười |mươi )lăm/],
    ["a plain năm or một after mươi", /mươi (năm|một)( |$)/],
    ["mười mốt or mười tư", /mười (mốt|tư)/],
    ["a không in the units", /(mươi|mười|linh|lẻ) không/],
    ["an empty place without trăm before it", /(?<!trăm )(linh|lẻ)/],
  ])("never says %s", (_, wrong) => {
    for (let n = 0; n <= 9_999; n++)
      for (const region of ["bac", "nam"] as const)
        expect(readNumber(n, { region })).not.toMatch(wrong);
  });

  it("keeps North and South apart", () => {
    fc.assert(
      fc.property(everyNumber, (n) => {
        expect(readNumber(n, { region: "bac" })).not.toMatch(/lẻ|ngàn/);
        expect(readNumber(n, { region: "nam" })).not.toMatch(/linh|nghìn/);
      }),
    );
  });

  it.each([-1, 0.5, 10_000, Number.NaN, Number.POSITIVE_INFINITY])("refuses %d", (n) => {
    expect(() => readNumber(n)).toThrow(RangeError);
  });
});

describe("readTicketLabel", () => {
  it("reads a kiosk's offline label letter by letter and pauses at the hyphen", () => {
    expect(readTicketLabel("BK2-07")).toBe("bê ca hai, không bảy");
  });

  it("says one word group per mark and never a number word", () => {
    const label = fc.stringMatching(/^[A-ZĐ]{0,3}[0-9]{1,4}$/);
    fc.assert(
      fc.property(label, (text) => {
        const words = readTicketLabel(text);
        expect(words).not.toMatch(/(^| )(mốt|tư|lăm|linh|lẻ|mười|mươi|trăm)( |$)/);
        const digits = text.replaceAll(/\D/g, "").length;
        expect(words.split(" ").slice(-digits)).toHaveLength(digits);
        expect(readTicketLabel(text.toLowerCase())).toBe(words);
      }),
    );
  });

  it("has a reading for every letter a kiosk may carry", () => {
    for (const letter of "ABCDĐEFGHIJKLMNOPQRSTUVWXYZ")
      expect(readTicketLabel(`${letter}1`)).toMatch(/^[\p{L}-]+( kép| dài)? một$/u);
  });

  it.each(["", " ", "A 12", "A.1", "Ê01", "A--1", "-A1", "A1-", "A0123456789012", "Ð1", "١"])(
    "refuses %j",
    (label) => {
      expect(() => readTicketLabel(label)).toThrow(RangeError);
    },
  );
});

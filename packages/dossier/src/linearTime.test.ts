import { afterEach, expect, it, vi } from "vitest";
import { classifyScan } from "./classifyScan.ts";
import vectors from "./fixtures/vietqr.json" with { type: "json" };

/** Each repeated to the longest text: what makes a careless pattern try again and again. */
const UNITS = {
  blanks: " ",
  "blanks between letters": `a${" ".repeat(511)}`,
  hyphens: "-",
  "hyphens and blanks": "- ",
  "long dashes": "–",
  "agencies without an end": "H56.",
  "the longest agency, cut before its tail": "H56.AAAAA.AAAAA.AAAAA.AAAAA.AAAAA.AAAAA-250401-000",
  "old agencies": "000.00.01.",
  digits: "9",
  "codes that have no such day": "H56-250230-0003 ",
  "fields of a card": "|",
  "numbers of a card": "038060000017|",
  "payment codes": "000201",
  "payment fields of no length": "0000",
  "check sums": "6304",
  "AIM identifiers": "]C1",
  "addresses of a ticket": "http://a/p/",
  "one letter that becomes eighteen": "\uFDFA",
  "letters that become two": "\uFB00",
  "half letters": "\uD800",
} as const;

afterEach(() => {
  vi.restoreAllMocks();
});

/** Every pattern that runs while a text is classified, as often as it runs. */
function patternsRunOn(text: string): readonly string[] {
  // The language runs every match, replacement and split through here, once it is watched.
  const spy = vi.spyOn(RegExp.prototype, "exec");
  classifyScan(text, Date.parse("2026-11-24T08:00:00+07:00"));
  const run = spy.mock.contexts.map((pattern) => String(pattern));
  spy.mockRestore();
  return run;
}

const ofLength = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

it.each(Object.entries(UNITS))("twice as many %s take at most twice as many runs", (_, unit) => {
  const half = patternsRunOn(ofLength(unit, 512)).length;
  const whole = patternsRunOn(ofLength(unit, 1_024)).length;
  expect(half).toBeGreaterThan(0);
  expect(whole).toBeLessThanOrEqual(2 * half + 20);
  expect(whole).toBeLessThanOrEqual(4 * 1_024);
});

it("no pattern that runs repeats without an end, so each looks at a bounded stretch", () => {
  const texts = Object.values(UNITS).flatMap((unit) => [512, 1_024].map((n) => ofLength(unit, n)));
  const payments = vectors.cases.map(({ payload }) => payload);
  const ran = new Set([...texts, ...payments].flatMap(patternsRunOn));
  expect(ran.size).toBeGreaterThanOrEqual(13);
  const endless = [...ran].filter((source) => {
    const bare = source
      .slice(1, source.lastIndexOf("/"))
      .replaceAll(/\\./g, "x")
      .replaceAll(/\[[^\]]*\]/g, "x");
    return /[*+]|\{\d+,\}/.test(bare);
  });
  expect(endless).toEqual([]);
});

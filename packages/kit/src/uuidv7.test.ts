import { describe, expect, it } from "vitest";
import { isUuidv7, uuidv7 } from "./uuidv7.ts";

const T0 = 1_795_000_000_000;
const random = (seed: number): Uint8Array =>
  Uint8Array.from({ length: 10 }, (_, i) => (seed + i) & 255);

describe("uuidv7", () => {
  it("is a valid version 7 id for any random bytes", () => {
    for (let seed = 0; seed < 256; seed++) expect(isUuidv7(uuidv7(T0, random(seed)))).toBe(true);
  });

  it("sorts by time", () => {
    expect(uuidv7(T0, random(255)) < uuidv7(T0 + 1, random(0))).toBe(true);
  });

  it("carries its time in the first 48 bits", () => {
    expect(Number.parseInt(uuidv7(T0, random(7)).replaceAll("-", "").slice(0, 12), 16)).toBe(T0);
  });

  it("refuses other versions, upper case and rubbish", () => {
    for (const text of [
      "",
      "x",
      "0198c2f0-0000-4000-8000-000000000000",
      uuidv7(T0, random(1)).toUpperCase().replace("7", "7") + "A",
    ])
      expect(isUuidv7(text)).toBe(false);
  });
});

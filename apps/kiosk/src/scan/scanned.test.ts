import { expect, it } from "vitest";
import { scannedAs } from "./scanned.ts";

const AT = Date.UTC(2026, 0, 5, 2);

it.each([
  ["000.00.01.H26-260105-0001", "dossier"],
  ["A".repeat(42), "ticket"],
  ["001099000001||NGUYEN VAN A|01011999|Nam|Ha Noi|01012021", "unknown"],
  ["LUOT-PAIR:123456", "unknown"],
  ["https://example.com/", "unknown"],
  ["", "unknown"],
])("takes %s for %s", (text, what) => {
  expect(scannedAs({ text, aim: "]Q1", at: AT })).toBe(what);
});

import { describe, expect, it } from "vitest";
import { createAgencyIndex } from "./agencies.ts";

const index = createAgencyIndex([
  { id: "so-tu-phap", codes: ["H56.01", "000.00.01.H56"] },
  { id: "phuong-a", codes: ["H56.29", "H56.29.5"] },
  { id: "diem-1", codes: ["H56.29.11"] },
  { id: "second", codes: ["H56.01"] },
  { id: "without" },
]);

describe("createAgencyIndex", () => {
  it.each([
    ["H56.01", "so-tu-phap"],
    [" h56.01 ", "so-tu-phap"],
    ["000.00.01.H56", "so-tu-phap"],
    ["H56.29.11", "diem-1"],
    ["H56.29.11.02", "diem-1"],
    ["H56.29.12", "phuong-a"],
    ["H56.29.5.1.1", "phuong-a"],
  ])("finds the agency of %s", (identifier, id) => {
    expect(index.find(identifier)).toBe(id);
  });

  it.each([
    ["H56", "an agency above all that are known"],
    ["H56.02", "another unit"],
    ["H56.290", "one whose digits only begin alike"],
    ["000.01.01.H56", "an old identifier under a known one"],
    ["000.00.29.H56", "an old identifier that looks like a new one"],
    ["H56.29.", "what is no identifier"],
    ["Sở Tư pháp", "a name"],
    ["", "nothing"],
  ])("does not guess for %s: %s", (identifier) => {
    expect(index.find(identifier)).toBeNull();
  });

  it("finds nothing for a dossier that names no agency", () => {
    expect(index.find(null)).toBeNull();
  });
});

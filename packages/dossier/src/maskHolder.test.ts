import { describe, expect, it } from "vitest";
import { maskHolder } from "./maskHolder.ts";

describe("maskHolder", () => {
  it("shows initials, or nothing, as the centre has it", () => {
    expect(maskHolder("NGUYỄN THỊ DẤU VẾT 7391", "initials")).toBe("NGUYỄN T** D** V** 7**");
    expect(maskHolder("NGUYỄN THỊ DẤU VẾT 7391", "hidden")).toBeNull();
  });

  it("shows nothing of no name", () => {
    expect(maskHolder("", "initials")).toBeNull();
    expect(maskHolder("  \n", "initials")).toBeNull();
  });

  it("stays short for a text that is no name", () => {
    expect(maskHolder("dài ".repeat(10_000), "initials")?.split(" ")).toHaveLength(12);
    expect(maskHolder(`${"x".repeat(500)} y`, "initials")).toHaveLength(100);
  });
});

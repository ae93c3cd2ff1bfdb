import { describe, expect, it } from "vitest";
import { parseArguments } from "./arguments.mjs";

const options = { unit: { type: "boolean" } } as const;

describe("parseArguments", () => {
  it("hands on untouched what follows a lone --", () => {
    const parsed = parseArguments(["--unit", "--", "-t", "--", "x"], options);
    expect(parsed).toMatchObject({ ok: true, values: { unit: true }, rest: ["-t", "--", "x"] });
  });

  it("refuses what it does not know", () => {
    const parsed = parseArguments(["--unti"], options);
    expect(parsed).toMatchObject({ ok: false, message: "Unknown option '--unti'" });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scrubFields, scrubText } from "./scrub.ts";

describe("scrubText", () => {
  it.each([
    ["identity number 001099012345 of", "identity number … of"],
    ["call 0912 345 678 or 0912.345.678", "call … or …"],
    ["H24.11.03-241124-0007", "H…"],
    ["token kXv7Qb2mNf0sJr5tYw8zLp1c3d", "token …"],
    ["to app://luot/kiosk/?name=An#x failed", "to app://luot/kiosk/ failed"],
    ["two\n lines", "two lines"],
    ["port 7410 on 192.168.1.10", "port 7410 on 192.168.1.10"],
    ["render-process-gone: crashed (5)", "render-process-gone: crashed (5)"],
  ])("makes of %j: %j", (text, scrubbed) => {
    expect(scrubText(text)).toBe(scrubbed);
  });

  it("keeps no row of six digits, and no more than 300 characters", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 2_000 }),
        fc.stringMatching(/^\d{6,20}$/u),
        (a, digits) => {
          const scrubbed = scrubText(`${a} ${digits} ${a}`);
          expect(scrubbed).not.toMatch(/[0-9]{6}/u);
          expect(scrubbed.length).toBeLessThanOrEqual(300);
        },
      ),
    );
  });
});

describe("scrubFields", () => {
  it("leaves numbers, and takes the words of errors and whole objects as text", () => {
    const fields = { pid: 1_234_567, cause: new TypeError("bad 0912345678"), more: { a: [1] } };
    expect(scrubFields(fields)).toEqual({
      pid: 1_234_567,
      cause: "TypeError: bad …",
      more: '{"a":[1]}',
    });
  });
});

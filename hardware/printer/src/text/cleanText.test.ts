import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, escapeXml } from "./cleanText.ts";

describe("cleanText", () => {
  it("composes Vietnamese letters that arrive in pieces", () => {
    const name = "Nguyễn Thị Hồng ĐẶNG ƯỚC";
    expect(cleanText(name.normalize("NFD"))).toBe(name);
  });

  it("drops control and direction characters, and joins lines by a space", () => {
    expect(cleanText("\u001b@ A\u0000B\r\nC\u202E\u200BD\uD800 \n")).toBe("@ AB CD");
  });

  it("keeps a no-break space", () => {
    expect(cleanText("Quầy\u00A05")).toBe("Quầy\u00A05");
  });

  it("leaves nothing that XML refuses, and is done after one pass", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/\p{C}/u);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe("escapeXml", () => {
  it("escapes what means something in XML", () => {
    expect(escapeXml(`<a b="c">&'`)).toBe("&lt;a b=&quot;c&quot;&gt;&amp;&apos;");
  });
});

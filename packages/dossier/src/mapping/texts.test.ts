import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "./cleanText.ts";
import { parseMoney } from "./parseMoney.ts";
import { withoutHolder } from "./withoutHolder.ts";

describe("cleanText", () => {
  it.each([
    ["  Sở \t Tư\n pháp ", "Sở Tư pháp"],
    ["Nguye\u0302\u0303n", "Nguyễn"],
    ["\ufeffMã\u200b hồ\u202e sơ", "Mã hồ sơ"],
    ["a\u0000b\u0007c", "a b c"],
    ["\ud800x", "\ufffdx"],
    ["a  b", "a b"],
    ["", ""],
  ])("makes %j plain", (text, expected) => {
    expect(cleanText(text, 50)).toBe(expected);
  });

  it("cuts what is too long, and only that", () => {
    expect(cleanText("abcdef", 6)).toBe("abcdef");
    expect(cleanText("abcdefg", 6)).toBe("abcde…");
    expect(cleanText("ab cd efg", 4)).toBe("ab…");
    expect(cleanText("𠀀".repeat(7), 6)).toBe(`${"𠀀".repeat(5)}…`);
  });

  it("is done after once", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const clean = cleanText(text, 30);
        expect(cleanText(clean, 30)).toBe(clean);
        expect(Array.from(clean).length).toBeLessThanOrEqual(30);
      }),
    );
  });
});

describe("withoutHolder", () => {
  const NAME = "NGUYỄN THỊ DẤU VẾT 7391";

  it.each([
    ["Giấy khai sinh của Nguyễn Thị Dấu Vết 7391", "Giấy khai sinh của …"],
    [`${NAME}, ${NAME}: bản sao`, "…, …: bản sao"],
    ["Gọi 0912 345 678", "Gọi …"],
    ["CCCD 038060007391", "CCCD …"],
    ["Mẫu số 01/2024, 2 bản", "Mẫu số 01/2024, 2 bản"],
    ["Đơn đề nghị", "Đơn đề nghị"],
  ])("takes whose it is out of %j", (text, expected) => {
    expect(withoutHolder(text, NAME)).toBe(expected);
  });

  it("lets all of a text go in which places can't be told", () => {
    expect(withoutHolder(`\u0130 ${NAME}`, NAME)).toBe("…");
  });

  it("spares words that are a name by chance", () => {
    expect(withoutHolder("Bản an toàn", "An")).toBe("Bản an toàn");
  });
});

describe("parseMoney", () => {
  it.each([
    ["150000", 150_000],
    ["150.000 đ", 150_000],
    ["150,000", 150_000],
    ["1 150 000 VNĐ", 1_150_000],
    ["1.150.000đồng", 1_150_000],
    ["150.000,00", 150_000],
    ["150,000.50", 150_000],
    ["150000.5", 150_000],
    ["0", 0],
    ["miễn phí", null],
    ["-5", null],
    ["1.50.000", null],
    ["1.150,000", null],
    ["", null],
  ])("reads %j as %s đồng", (text, amount) => {
    expect(parseMoney(text)).toBe(amount);
  });
});

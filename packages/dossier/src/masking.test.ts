import * as fc from "fast-check";
import { expect, it } from "vitest";
import { maskName, maskPhone } from "./masking.ts";

it.each([
  ["Nguyễn Văn An", "Nguyễn V** A**"],
  ["  nguyễn   văn  an ", "nguyễn v** a**"],
  ["An", "A**"],
  ["Ánh", "Á**"],
  ["A\u0301nh", "Á**"],
  ["", ""],
])("the name %j is shown as %j", (name, shown) => {
  expect(maskName(name)).toBe(shown);
});

it.each([
  ["0912345678", "09** *** 678"],
  ["+84 912 345 678", "09** *** 678"],
  ["8412345678", "84** *** 678"],
  ["0237 3852 123", "02** *** 123"],
  ["1022", "***"],
  ["", "***"],
])("the phone %j is shown as %j", (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

it("at most five digits of a phone number are shown", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+?[\d ]{0,15}$/), (phone) => {
      expect(maskPhone(phone).replace(/\D/g, "").length).toBeLessThanOrEqual(5);
    }),
  );
});

import { expect, it } from "vitest";
import { FRESH_SETTINGS, placeQuery } from "./ShellSettings.ts";

it("says the place in the screen's address as a browser would", () => {
  expect(placeQuery(FRESH_SETTINGS)).toBe("");
  expect(placeQuery({ ...FRESH_SETTINGS, counterId: "q05" })).toBe("?counter=q05");
  expect(placeQuery({ ...FRESH_SETTINGS, zone: "hall" })).toBe("?zone=hall");
});

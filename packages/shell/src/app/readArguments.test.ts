import { expect, it } from "vitest";
import { readArguments } from "./readArguments.ts";

it("reads hub and folder, and leaves Chromium's own words alone", () => {
  const argv = [
    "app",
    "--no-sandbox",
    "--hub=hub:1",
    "--counter=q05",
    "--printer=tcp://192.0.2.20:9100",
    "--user-data-dir=/a=b",
    "--other=c",
  ];
  expect(readArguments(argv, true)).toEqual({
    hub: "hub:1",
    counterId: "q05",
    zone: null,
    printer: "tcp://192.0.2.20:9100",
    scanner: null,
    userData: "/a=b",
    isDevelopment: false,
  });
});

it("knows development only where the app is not installed", () => {
  expect(readArguments(["app", "--development"], false).isDevelopment).toBe(true);
  expect(readArguments(["app", "--development"], true).isDevelopment).toBe(false);
  expect(readArguments(["app"], false)).toEqual({
    hub: null,
    counterId: null,
    zone: null,
    printer: null,
    scanner: null,
    userData: null,
    isDevelopment: false,
  });
});

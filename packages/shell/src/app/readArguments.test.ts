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
    "--sleep=18:00-06:30",
    "--find-on=127.0.0.1:5400",
    "--other=c",
  ];
  expect(readArguments(argv, true)).toEqual({
    hub: "hub:1",
    counterId: "q05",
    zone: null,
    printer: "tcp://192.0.2.20:9100",
    scanner: null,
    userData: "/a=b",
    sleep: "18:00-06:30",
    isHelp: false,
    isSetPin: false,
    findOn: { interface: "127.0.0.1", bind: "0.0.0.0", port: 5_400 },
    isDevelopment: false,
  });
});

it("knows that somebody asks for help", () => {
  expect(readArguments(["app", "--help"], true).isHelp).toBe(true);
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
    sleep: null,
    isHelp: false,
    isSetPin: false,
    findOn: {},
    isDevelopment: false,
  });
});

it("looks everywhere for hubs where the network that was named is none", () => {
  for (const text of ["--find-on=", "--find-on=lan", "--find-on=1.2.3.4.5", "--find-on=::1"])
    expect(readArguments([text], true).findOn).toEqual({});
  const { findOn } = readArguments(["--find-on=192.0.2.7", "--set-pin"], true);
  expect(findOn).toEqual({ interface: "192.0.2.7", bind: "0.0.0.0" });
});

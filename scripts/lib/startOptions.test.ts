import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  hubArguments,
  hubUrl,
  openCommand,
  parseStartOptions,
  type StartOptions,
} from "./startOptions.mjs";

const root = path.resolve("/repo");
const cwd = path.resolve("/home");
const parse = (...args: string[]) => parseStartOptions(args, { env: {}, root, cwd });

function optionsOf(...args: string[]): StartOptions {
  const parsed = parse(...args);
  if (parsed.kind !== "start") throw new Error(`not a start: ${JSON.stringify(parsed)}`);
  return parsed.options;
}

describe("parseStartOptions", () => {
  it("starts a demonstration on this machine only when nothing is said", () => {
    expect(optionsOf()).toEqual({
      port: 7410,
      host: "127.0.0.1",
      data: path.join(root, "data"),
      hasPrinter: true,
      isDemo: true,
      opensBrowser: true,
      forHub: [],
    });
  });

  it("hands on what only the hub reads, files from where the person stands", () => {
    const args = ["--production", "--printer", "usb:/dev/luot-printer", "--ticket", "t.json"];
    const options = optionsOf(
      ...args,
      "--roll",
      "80",
      "--public-url",
      "https://so.example",
      "--no-announce",
    );
    expect(hubArguments(options, null).slice(-9)).toEqual([
      "--printer",
      "usb:/dev/luot-printer",
      "--ticket",
      path.join(cwd, "t.json"),
      "--roll",
      "80",
      "--public-url",
      "https://so.example",
      "--no-announce",
    ]);
    expect(optionsOf("--printer", "tcp://192.0.2.20").hasPrinter).toBe(false);
  });

  it("has no demonstration and no virtual printer in production, and is open to the LAN", () => {
    const expected = { isDemo: false, hasPrinter: false, host: "0.0.0.0" };
    expect(optionsOf("--production")).toMatchObject(expected);
  });

  it("takes every option", () => {
    const args = ["--port", "8000", "--host=::1", "--data", "d", "--no-open", "--no-printer"];
    expect(optionsOf(...args)).toMatchObject({
      port: 8000,
      host: "::1",
      data: path.join(cwd, "d"),
      hasPrinter: false,
      opensBrowser: false,
    });
  });

  it("takes the data folder from LUOT_DATA, and an option before it", () => {
    const place = { env: { LUOT_DATA: "kept" }, root, cwd };
    expect(parseStartOptions([], place)).toMatchObject({
      options: { data: path.join(cwd, "kept") },
    });
    expect(parseStartOptions(["--data", "said"], place)).toMatchObject({
      options: { data: path.join(cwd, "said") },
    });
  });

  it.each([
    ["--porto", "1"],
    ["extra"],
    ["--", "extra"],
    ["--port"],
    ["--port", "70000"],
    ["--port", "x"],
    ["--port", "-1"],
    ["--data", ""],
    ["--no-open=yes"],
  ])("refuses %s %s", (...args) => {
    expect(parse(...args.filter((arg) => arg !== undefined)).kind).toBe("wrong");
  });

  it("gives help before anything else is looked at", () => {
    expect(parse("--help", "--port", "x").kind).toBe("help");
  });
});

describe("hubArguments", () => {
  it("tells the hub of the printer and its paper roll", () => {
    const args = hubArguments(optionsOf("--data", "/d"), { port: 1, webPort: 2 }).join(" ");
    expect(args).toContain("--demo --printer tcp://127.0.0.1:1 --printer-roll http://127.0.0.1:2");
  });

  it("leaves the demonstration out in production", () => {
    expect(hubArguments(optionsOf("--production"), null)).not.toContain("--demo");
  });
});

describe("hubUrl", () => {
  it.each([
    ["0.0.0.0", "http://localhost:7410"],
    ["127.0.0.1", "http://localhost:7410"],
    ["::1", "http://[::1]:7410"],
    ["192.0.2.7", "http://192.0.2.7:7410"],
    ["2001:db8::7", "http://[2001:db8::7]:7410"],
  ])("reaches a hub on %s by %s", (host, url) => {
    expect(hubUrl(host, 7410)).toBe(url);
  });
});

const open = (platform: string, env: Record<string, string>) =>
  openCommand("http://localhost", { platform, env })?.file ?? null;

describe("openCommand", () => {
  it("opens nothing where nobody would see it", () => {
    expect(open("linux", {})).toBeNull();
    expect(open("darwin", { CI: "true" })).toBeNull();
  });

  it("uses what each system opens pages with", () => {
    expect(open("linux", { DISPLAY: ":0" })).toBe("xdg-open");
    expect(open("darwin", {})).toBe("open");
    expect(open("win32", {})).toBe("cmd");
  });
});

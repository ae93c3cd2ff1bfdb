import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import fixture from "../fixtures/hid-vectors.json" with { type: "json" };
import { encodeHidPosReports } from "../testing/encodeHidPosReports.ts";
import { hasTool } from "../testing/hasTool.ts";
import { hexReport } from "../testing/hexReport.ts";
import {
  HID_POS_DESCRIPTOR,
  KEYBOARD_DESCRIPTOR,
  type MockHidDevice,
  writeMockDevices,
} from "../testing/mockHidDevices.ts";

const CLI = fileURLToPath(new URL("../cli/main.ts", import.meta.url));
const canRun =
  process.platform === "linux" &&
  hasTool("umockdev-run", "umockdev", "the real node-hid on mocked HID devices");

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "luot-scanner-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs the command line of this room in a world with these HID devices. */
async function runAmong(devices: readonly MockHidDevice[], args: readonly string[]): Promise<Run> {
  const mocked = await writeMockDevices(folder, devices);
  const command = [...mocked, "--", process.execPath, CLI, ...args];
  return promisify(execFile)("umockdev-run", command).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (failed: Run) => failed,
  );
}

const A_KEYBOARD: MockHidDevice = {
  index: 0,
  vendorId: "05e0",
  productId: "1200",
  name: "Mock keyboard",
  serial: "K1",
  descriptor: KEYBOARD_DESCRIPTOR,
  reports: [],
};
const aScanner = (reports: MockHidDevice["reports"]): MockHidDevice => ({
  index: 1,
  vendorId: "0c2e",
  productId: "0b81",
  name: "Mock HID POS scanner",
  serial: "MOCK0001",
  descriptor: HID_POS_DESCRIPTOR,
  reports,
});

/** Reports closer than this come as one read from a mocked node; a real one keeps them apart. */
const APART_MS = 100;
/** Longer than a code stays a repeat of itself, and than a chain may be unfinished. */
const NEXT_CODE_MS = 1600;

/**
 * The mocked node speaks from its opening on, whether anybody reads yet or not: on a busy machine
 * the first reports are gone before the driver listens. So it begins with some that nobody misses.
 */
const WARM_UP_TEXT = "WARM";
const WARM_UP = Array.from({ length: 16 }, (_, at) => ({
  waitMs: 300,
  bytes: encodeHidPosReports(`${WARM_UP_TEXT}${at}`, "]C0")[0] ?? new Uint8Array(64),
}));

describe.skipIf(!canRun)("the real node-hid", () => {
  it("lists a keyboard and a scanner for what they are", async () => {
    const run = await runAmong([A_KEYBOARD, aScanner([])], ["list", "--json"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const expected = [
      { kind: "hid_pos", usbId: "0c2e:0b81", path: "/dev/hidraw1", address: "hid:0c2e:0b81" },
      { kind: "keyboard", usbId: "05e0:1200", path: "/dev/hidraw0", address: null },
    ];
    const hid = (JSON.parse(run.stdout) as { kind: string }[]).filter((d) => d.kind !== "serial");
    expect(hid).toMatchObject(expected);
  });

  it("opens the scanner and not the keyboard, and reads all vectors through it", async () => {
    const apart = { "code128-short": 400, "suffix-cr": NEXT_CODE_MS, "newland-reply": 300 };
    const waits: Readonly<Record<string, number>> = apart;
    const vectors = fixture.vectors.flatMap(({ id, reports }) =>
      reports.map((hex, i) => ({
        waitMs: i === 0 ? (waits[id] ?? 250) : APART_MS,
        bytes: hexReport(hex),
      })),
    );
    const reports = [...WARM_UP, ...vectors];
    const args = ["test", "--json", "--show-text", "--profile", "generic", "--for", "18"];
    const run = await runAmong([A_KEYBOARD, aScanner(reports)], args);
    const events = run.stdout
      .trim()
      .split("\n")
      .filter((line) => !line.includes(WARM_UP_TEXT))
      .map((line) => JSON.parse(line) as unknown);
    const expected = fixture.vectors.flatMap(({ expect: scans }) =>
      scans.map(({ aim, text }) =>
        aim === "]X0"
          ? { event: "refused", reason: "device_information" }
          : { event: "scan", aim, text, isWhole: true },
      ),
    );
    const unfinished = { event: "refused", reason: "incomplete", aim: "]Q1" };
    expect(events).toMatchObject([{ event: "health", health: "ready" }, ...expected, unfinished]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
  });

  it("is degraded, and reads all the same, when a Honeywell refuses its set-up report", async () => {
    const reports = [{ waitMs: 600, bytes: hexReport(fixture.vectors[0]?.reports[0] ?? "") }];
    const run = await runAmong(
      [aScanner(reports)],
      ["test", "--scanner", "hid:0c2e:0b81", "--for", "2"],
    );
    expect(run.stdout).toBe('scanner  degraded\nscan     ]C0  4 characters, 4 bytes  "A012"\n');
    expect(run.stderr).toContain("scanner refused its set-up report");
  });

  it("says what to do when there is only a keyboard", async () => {
    const run = await runAmong([A_KEYBOARD], ["list"]);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain("a scanner in keyboard mode: set it to HID POS");
    const test = await runAmong([A_KEYBOARD], ["test", "--for", "1"]);
    expect(test).toMatchObject({ code: 1, stdout: "" });
    expect(test.stderr).toContain("no HID POS scanner is plugged in");
  });
});

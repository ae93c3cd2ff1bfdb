import { type LauncherState, LauncherStateSchema } from "@luot/contract";
import { silentLogger } from "@luot/kit";
import type { PrinterState } from "@luot/printer";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AlarmKind } from "../Alarms.ts";
import type { Hub } from "../Hub.ts";
import { aKiosk, startTestHub } from "../testing/startTestHub.ts";

/** Does not compile when the hub raises an alarm, or has a printer, that the page can't read. */
const alarmForPage: (kind: AlarmKind) => LauncherState["alarms"][number]["kind"] = (kind) => kind;
const printerForPage: (state: PrinterState | "none") => LauncherState["hub"]["printer"] = (state) =>
  state;

let hub: Hub;

beforeEach(async () => {
  hub = await startTestHub({ isDemo: true, log: silentLogger });
});

afterEach(async () => {
  await hub.close();
});

describe("what the launcher is told", () => {
  it("is all that its page reads", async () => {
    const kiosk = await aKiosk(hub);
    await kiosk.send("kiosk:call-help", {});
    const answer: unknown = await (await fetch(`http://127.0.0.1:${hub.port}/api/launcher`)).json();
    kiosk.close();
    const read = LauncherStateSchema.parse(answer);
    expect(answer).toMatchObject(read);
    expect(read.alarms.map(({ kind }) => kind)).toEqual([alarmForPage("help_wanted")]);
    expect(read.hub.printer).toBe(printerForPage("none"));
    expect([read.devices.length, read.accounts.length]).toEqual([1, 6]);
  });
});

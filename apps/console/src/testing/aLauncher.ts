import type { LauncherState } from "@luot/contract";

/** 2025-11-24 09:41 in Hanoi. */
export const T0 = Date.UTC(2025, 10, 24, 2, 41);

/** A hub in the middle of a day, seen from its own machine, with one of everything. */
export function aLauncher(
  overrides: Partial<LauncherState>,
  hub: Partial<LauncherState["hub"]>,
): LauncherState {
  return {
    isLocal: true,
    hub: {
      version: "0.1.0",
      epoch: "e",
      seq: 42,
      day: "2025-11-24",
      isOpen: true,
      startedAt: T0 - 3_900_000,
      now: T0,
      isDemo: true,
      isLoadTest: false,
      isClockSuspect: false,
      settingsVersion: 1,
      printer: "ready",
      roll: { lengthMm: 60_000, usedMm: 12_000, changedAt: 0 },
      hasPrinterRoll: true,
      connections: { kiosk: 1, counter: 2, display: 0, console: 0, phone: 7 },
      totals: { issued: 31, done: 12 },
      ...hub,
    },
    alarms: [{ id: "help_wanted:Sảnh", kind: "help_wanted", at: T0, subject: "Sảnh" }],
    devices: [aDevice("d1", {})],
    pairings: [],
    accounts: [
      { username: "canbo1", name: "Cán bộ 1", role: "officer", password: "abcd", pin: "123456" },
    ],
    ...overrides,
  };
}

/** A kiosk that is paired and connected. */
export function aDevice(
  id: string,
  overrides: Partial<LauncherState["devices"][number]>,
): LauncherState["devices"][number] {
  return {
    id,
    role: "kiosk",
    name: `Máy ${id}`,
    counterId: null,
    zone: null,
    pairedAt: T0,
    revokedAt: null,
    isConnected: true,
    parts: [],
    ...overrides,
  };
}

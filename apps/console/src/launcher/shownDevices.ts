import type { LauncherState } from "@luot/contract";

type Device = LauncherState["devices"][number];

/** The devices that still count: connected ones first, then by name, then by id. */
export function shownDevices(devices: readonly Device[]): readonly Device[] {
  return devices
    .filter(({ revokedAt }) => revokedAt === null)
    .toSorted(
      (a, b) =>
        Number(b.isConnected) - Number(a.isConnected) ||
        a.name.localeCompare(b.name, "vi", { numeric: true }) ||
        (a.id < b.id ? -1 : 1),
    );
}

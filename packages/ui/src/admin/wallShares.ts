import { useState } from "react";
import type { WallSeen, WallsSeen } from "./AdminSeen.ts";

/** What one monitor shows, as the value of a choice. */
export type WallShare = "off" | "all" | `zone:${string}` | `counter:${string}`;

/** What a monitor shows, of what was chosen. Pure. */
export function shareOf(wall: WallSeen | undefined): WallShare {
  if (wall === undefined) return "off";
  if (wall.counterId !== null) return `counter:${wall.counterId}`;
  return wall.zone === null ? "all" : `zone:${wall.zone}`;
}

/** What was chosen for a monitor; `null` when it is not used. Pure. */
export function wallOf(monitorId: string, share: WallShare): WallSeen | null {
  if (share === "off") return null;
  if (share.startsWith("counter:"))
    return { monitorId, counterId: share.slice("counter:".length), zone: null };
  if (share.startsWith("zone:"))
    return { monitorId, counterId: null, zone: share.slice("zone:".length) };
  return { monitorId, counterId: null, zone: null };
}

/** The choices for all monitors while they are made, in the order of the monitors. */
export function useWallShares({ monitors, chosen }: WallsSeen): {
  readonly shares: readonly WallShare[];
  readonly setShare: (index: number, share: WallShare) => void;
  readonly chosen: readonly WallSeen[];
} {
  const [shares, setShares] = useState(() =>
    monitors.map(({ id }) => shareOf(chosen.find(({ monitorId }) => monitorId === id))),
  );
  return {
    shares,
    setShare: (index, share) => setShares((now) => now.with(index, share)),
    chosen: monitors.flatMap(({ id }, i) => wallOf(id, shares[i] ?? "off") ?? []),
  };
}

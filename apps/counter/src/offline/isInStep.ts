import type { HubState } from "@luot/hub-client";

/** Whether the hub is there and was heard lately. */
export function isInStep({ connection, isStale }: HubState<"counter">): boolean {
  return connection === "live" && !isStale;
}

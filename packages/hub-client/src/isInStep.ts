import type { HubState } from "./HubState.ts";

/**
 * Whether what a client shows can be trusted, and commands are likely to get through: the hub is
 * there and was heard lately. Pure.
 */
export function isInStep({
  connection,
  isStale,
}: Pick<HubState<never>, "connection" | "isStale">): boolean {
  return connection === "live" && !isStale;
}

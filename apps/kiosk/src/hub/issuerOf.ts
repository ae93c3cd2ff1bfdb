import type { HubState } from "@luot/hub-client";

/**
 * Who gives the numbers at this moment: the hub; the kiosk itself, out of its own series, while it is
 * cut off; or nobody.
 */
export type Issuer = "hub" | "kiosk" | "nobody";

/** Who gives the numbers. Pure. */
export function issuerOf({
  connection,
  outbox,
}: Pick<HubState<"kiosk">, "connection" | "outbox">): Issuer {
  if (connection === "live") return "hub";
  return outbox?.canIssue === true ? "kiosk" : "nobody";
}

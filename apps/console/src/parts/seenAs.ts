import type { ConnectionSeen } from "@luot/ui";

/** How a page that asks again and again stands, in the words of the frame. */
export function seenAs(hasValue: boolean, isLost: boolean, seq: number): ConnectionSeen {
  const connection = isLost ? "reconnecting" : hasValue ? "live" : "connecting";
  return {
    connection,
    isStale: false,
    pairingCode: null,
    refusal: null,
    view: hasValue ? {} : null,
    seq,
  };
}

import type { WireCommandType } from "@luot/contract";
import type { Answer, HubClient, HubState } from "@luot/hub-client";

/** What was sent, in order. */
export interface Sent {
  readonly type: string;
  readonly payload: unknown;
  readonly id: string | undefined;
}

/** A hub that shows one state and gives the answers it was told to give. */
export function createFakeHub(
  state: Partial<HubState<"kiosk">>,
  answers: readonly Answer<WireCommandType>[],
): { readonly hub: HubClient<"kiosk">; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const left = [...answers];
  const now: HubState<"kiosk"> = {
    connection: "live",
    refusal: null,
    pairingCode: null,
    view: null,
    seq: 42,
    epoch: "e1",
    settingsVersion: 1,
    identity: null,
    printer: "ready",
    paper: null,
    outbox: null,
    clockOffsetMs: 0,
    lastHeardAt: 0,
    isStale: false,
    ...state,
  };
  let ids = 0;
  const hub = {
    getState: () => now,
    subscribe: () => () => {},
    send: (type: string, payload: unknown, options?: { readonly id?: string }) => {
      sent.push({ type, payload, id: options?.id });
      return Promise.resolve(
        left.shift() ?? { ok: false, code: "disconnected" as const, details: {} },
      );
    },
    newId: () => `id-${++ids}`,
    useSession: () => {},
    close: () => {},
  };
  return { hub: hub as unknown as HubClient<"kiosk">, sent };
}

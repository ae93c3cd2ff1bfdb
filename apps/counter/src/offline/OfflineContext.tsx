import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import type { OfflineDesk } from "./OfflineDesk.ts";
import type { OfflineState } from "./OfflineState.ts";
import type { OfflineStore } from "./OfflineStore.ts";

/** What keeps the counter going without its hub, and where it keeps things. */
export interface Offline {
  readonly desk: OfflineDesk;
  readonly store: OfflineStore;
}

const Context = createContext<Offline | null>(null);

/** Gives all that stands in it the keeper. */
export function OfflineProvider(props: {
  readonly offline: Offline;
  readonly children: ReactNode;
}): ReactNode {
  return <Context value={props.offline}>{props.children}</Context>;
}

/** The keeper. @throws outside of `OfflineProvider` */
export function useOffline(): Offline {
  const offline = useContext(Context);
  if (offline === null) throw new Error("useOffline outside of OfflineProvider");
  return offline;
}

/** How the counter stands without its hub; the component follows each change. */
export function useOfflineState(): OfflineState {
  const { desk } = useOffline();
  return useSyncExternalStore(desk.subscribe, desk.getState, desk.getState);
}

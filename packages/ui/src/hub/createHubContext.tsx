import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";

/** What is needed of a connection to show what it knows. */
interface Observable {
  readonly getState: () => unknown;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The parts through which a screen reaches its hub. */
export interface HubContext<Client extends Observable> {
  /** Gives all that stands in it the connection; tests pass a plain object. */
  readonly HubProvider: (props: {
    readonly hub: Client;
    readonly children: ReactNode;
  }) => ReactNode;
  /** The connection. @throws outside of `HubProvider` */
  readonly useHub: () => Client;
  /** All that is known of the hub; the component follows each change. */
  readonly useHubState: () => ReturnType<Client["getState"]>;
}

/** Makes the context of one screen, for its kind of client. */
export function createHubContext<Client extends Observable>(): HubContext<Client> {
  const Context = createContext<Client | null>(null);
  const useHub = (): Client => {
    const hub = useContext(Context);
    if (hub === null) throw new Error("useHub outside of HubProvider");
    return hub;
  };
  return {
    HubProvider: ({ hub, children }) => <Context value={hub}>{children}</Context>,
    useHub,
    useHubState() {
      const { subscribe, getState } = useHub();
      const read = getState as () => ReturnType<Client["getState"]>;
      return useSyncExternalStore(subscribe, read, read);
    },
  };
}

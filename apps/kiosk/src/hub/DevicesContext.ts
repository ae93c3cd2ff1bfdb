import type { LinkScan } from "@luot/contract";
import type { RemoteHub } from "@luot/hub-client";
import { createContext, useContext, useEffect, useSyncExternalStore } from "react";

type Devices = Pick<RemoteHub, "getDevices" | "onScan" | "subscribe">;

const Context = createContext<Devices | null>(null);

/** Gives all that stands in it the process of the devices; `null` in a browser, which has none. */
export const DevicesProvider = Context.Provider;

/** Whether the process of the devices is there; `null` where there is none to be there. */
export function useDevices(): "up" | "down" | null {
  const devices = useContext(Context);
  const read = (): "up" | "down" | null => devices?.getDevices() ?? null;
  return useSyncExternalStore(devices?.subscribe ?? subscribeToNothing, read, read);
}

/** Hears each scan. `listener`: the same function at each render. */
export function useScans(listener: (scan: LinkScan) => void): void {
  const devices = useContext(Context);
  useEffect(() => devices?.onScan(listener), [devices, listener]);
}

function subscribeToNothing(): () => void {
  return () => {};
}

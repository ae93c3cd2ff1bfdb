import {
  type CentreSettings,
  fetchSettings,
  type HubClient,
  type HubState,
} from "@luot/hub-client";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";

const SETTINGS_AGAIN_MS = 2_000;
const HubContext = createContext<HubClient<"display"> | null>(null);

/** Gives all that stands in it the connection to the hub; tests pass a plain object. */
export function HubProvider(props: {
  readonly hub: HubClient<"display">;
  readonly children: ReactNode;
}): ReactNode {
  return <HubContext value={props.hub}>{props.children}</HubContext>;
}

/** The connection to the hub. */
export function useHub(): HubClient<"display"> {
  const hub = useContext(HubContext);
  if (hub === null) throw new Error("useHub outside of HubProvider");
  return hub;
}

/** All that is known of the hub; the component follows each change. */
export function useHubState(): HubState<"display"> {
  const { subscribe, getState } = useHub();
  return useSyncExternalStore(subscribe, getState, getState);
}

/** The settings in force; the older version until a newer one has come, `null` before the first. */
export function useSettings(): CentreSettings | null {
  const { settingsVersion } = useHubState();
  const [settings, setSettings] = useState<CentreSettings | null>(null);
  useEffect(() => {
    if (settingsVersion === 0) return undefined;
    const stop = new AbortController();
    void fetchUntil(stop.signal, settingsVersion, setSettings);
    return () => stop.abort();
  }, [settingsVersion]);
  return settings;
}

async function fetchUntil(
  stop: AbortSignal,
  version: number,
  use: (settings: CentreSettings) => void,
): Promise<void> {
  while (!stop.aborted) {
    // A hub that does not answer now is asked again: a screen has nobody to reload it.
    const settings = await fetchSettings("", version).catch(() => null);
    if (settings !== null) return stop.aborted ? undefined : use(settings);
    await new Promise((resolve) => setTimeout(resolve, SETTINGS_AGAIN_MS));
  }
}

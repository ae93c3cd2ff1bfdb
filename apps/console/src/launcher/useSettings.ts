import { type CentreSettings, fetchSettings } from "@luot/hub-client";
import { useEffect, useState } from "react";

const AGAIN_MS = 2_000;

/** The settings in force; an older version until the newer has come, `null` before the first. */
export function useSettings(version: number | null): CentreSettings | null {
  const [settings, setSettings] = useState<CentreSettings | null>(null);
  useEffect(() => {
    if (version === null) return undefined;
    const stop = new AbortController();
    void fetchUntil(stop.signal, version, setSettings);
    return () => stop.abort();
  }, [version]);
  return settings;
}

async function fetchUntil(
  stop: AbortSignal,
  version: number,
  use: (settings: CentreSettings) => void,
): Promise<void> {
  while (!stop.aborted) {
    // A hub that does not answer now is asked again; the page says meanwhile that it is lost.
    const settings = await fetchSettings("", version).catch(() => null);
    if (stop.aborted) return;
    if (settings !== null) {
      use(settings);
      return;
    }
    await new Promise((done) => {
      setTimeout(done, AGAIN_MS);
    });
  }
}

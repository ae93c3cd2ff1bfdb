import { useEffect, useState } from "react";

const AGAIN_MS = 2_000;

/**
 * Follows a document that comes in versions, such as the settings in force.
 *
 * @param version 0 while none is known yet
 * @param fetchVersion the same function at each render; it rejects when the hub does not answer
 * @returns the older version until a newer one has come, `null` before the first
 */
export function useVersion<T>(
  version: number,
  fetchVersion: (version: number) => Promise<T>,
): T | null {
  const [document, setDocument] = useState<T | null>(null);
  useEffect(() => {
    if (version === 0) return undefined;
    const stop = new AbortController();
    void fetchUntil(stop.signal, () => fetchVersion(version), setDocument);
    return () => stop.abort();
  }, [version, fetchVersion]);
  return document;
}

async function fetchUntil<T>(
  stop: AbortSignal,
  fetchOne: () => Promise<T>,
  use: (document: T) => void,
): Promise<void> {
  while (!stop.aborted) {
    // A hub that does not answer now is asked again: a screen has nobody to reload it.
    const document = await fetchOne().catch(() => null);
    if (document !== null) return stop.aborted ? undefined : use(document);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

import type { HubClient } from "@luot/hub-client";
import { useEffect, useSyncExternalStore } from "react";
import { useHub, useHubState } from "../hub/HubContext.ts";
import { CatalogueShelf, type Shelf } from "./CatalogueShelf.ts";

type Source = Pick<HubClient<"kiosk">, "loadCatalogue">;

const shelves = new WeakMap<Source, CatalogueShelf>();

/** The one shelf of a hub: screens come and go, the catalogue stays. */
export function shelfOf(hub: Source): CatalogueShelf {
  const kept = shelves.get(hub);
  if (kept !== undefined) return kept;
  const shelf = new CatalogueShelf(hub.loadCatalogue);
  shelves.set(hub, shelf);
  return shelf;
}

/** What the kiosk knows of procedures. */
export function useCatalogue(): Shelf {
  const { getState, subscribe } = shelfOf(useHub());
  return useSyncExternalStore(subscribe, getState, getState);
}

/**
 * Has the catalogue fetched where the one in hand is missing or old: when this appears, and again
 * whenever the hub is back. It is there before somebody asks, and before the hub is gone.
 */
export function useFreshCatalogue(): void {
  const hub = useHub();
  const { connection } = useHubState();
  useEffect(() => {
    if (connection === "live") void shelfOf(hub).refresh(performance.now());
  }, [hub, connection]);
}

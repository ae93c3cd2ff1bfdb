import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command, CommandPayloads, CommandType, Event } from "@luot/domain";
import { aCentre, aCommand, DAY, device, HUB, officer, T0 } from "@luot/domain/testing";
import { silentLogger } from "@luot/kit";
import { openStore, type Store } from "@luot/store";
import { onTestFinished } from "vitest";
import { CentreEngine, type EngineDeps } from "../engine/CentreEngine.ts";
import { loadState } from "../engine/loadState.ts";
import { createMonotonicIds } from "../monotonicIds.ts";
import { newTestId } from "./TestClient.ts";

/** A folder of its own for the running test, removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "luot-hub-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store in memory, or in a folder, with the small centre's settings. */
export function aStore(folder = ":memory:"): Store {
  const store = openStore(folder);
  if (store.settings.latest() === null) store.settings.add(aCentre({}), T0);
  return store;
}

/** An engine on a store whose clock stands at `T0`, and what it published. */
export function engineOn(
  store: Store,
  overrides: Partial<EngineDeps> = {},
): { readonly engine: CentreEngine; readonly published: Event[] } {
  const published: Event[] = [];
  const engine = new CentreEngine({
    journal: store.journal,
    load: () => loadState(store),
    now: () => T0,
    newId: createMonotonicIds(() => T0),
    tokenOf: (ticketId) => `token-${ticketId}`,
    publish: (events) => void published.push(...events),
    log: silentLogger,
    ...overrides,
  });
  return { engine, published };
}

/** A command of the hub, a kiosk or the officer of counter 1, under a fresh id unless given. */
export function wish<T extends CommandType>(
  type: T,
  payload: CommandPayloads[T],
  id = newTestId(),
): Command {
  const isDay = type.startsWith("day:") || type.startsWith("settings:");
  const isKiosk = type === "ticket:issue";
  const actor = isDay ? HUB : isKiosk ? device("kiosk") : officer("officer-c1");
  return aCommand(type, payload, { id, actor });
}

/** Opens the day of `T0`, for tests that take it for granted. */
export async function openDay(engine: CentreEngine): Promise<void> {
  const ack = await engine.run(wish("day:open", { day: DAY }));
  if (!ack.ok) throw new Error(ack.error.code);
}

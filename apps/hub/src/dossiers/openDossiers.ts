import type { Core } from "../core.ts";
import type { HubOptions } from "../HubOptions.ts";
import { dossierSettingsOf } from "./dossierSettings.ts";
import { CLOCK_TOLERANCE_MS, createPullConnector, unrefLater } from "./pull/createPullConnector.ts";
import { type Dossiers, startDossiers } from "./startDossiers.ts";

/**
 * Opens the dossiers of a hub. Numbers are given and called without them: a register that can't be
 * opened raises an alarm, and everything else goes on.
 *
 * @returns `null` when the register can't be opened
 */
export async function openDossiers(
  { data, clock, log }: HubOptions,
  { engine, alarms, onEvents }: Core,
): Promise<Dossiers | null> {
  const settings = (): typeof engine.state.settings => engine.state.settings;
  const pull = {
    fetch,
    later: unrefLater,
    random: Math.random,
    extraCodes: () => dossierSettingsOf(settings()).extraCodes,
    clockToleranceMs: CLOCK_TOLERANCE_MS,
  };
  try {
    const dossiers = await startDossiers({
      data,
      settings,
      alarms,
      clock,
      log,
      connectors: [(tools) => createPullConnector(tools, pull)],
    });
    onEvents((events) => {
      if (!events.some(({ type }) => type === "settings-published")) return;
      dossiers
        .settingsChanged()
        .catch((cause: unknown) => log.error("new settings for dossiers", { cause }));
    });
    return dossiers;
  } catch (cause) {
    log.error("the register of dossiers can't be opened; numbers go on without it", { cause });
    alarms.raise("register", "");
    return null;
  }
}

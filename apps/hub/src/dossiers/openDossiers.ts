import type { CentreSettings } from "@luot/domain";
import type { Core } from "../core.ts";
import type { HubOptions } from "../HubOptions.ts";
import { dossierSettingsOf } from "./dossierSettings.ts";
import { DossierOut } from "./out/DossierOut.ts";
import { CLOCK_TOLERANCE_MS, createPullConnector, unrefLater } from "./pull/createPullConnector.ts";
import { type Dossiers, startDossiers } from "./startDossiers.ts";

/** The dossiers of a hub, and whoever is told of numbers taken for them. */
export interface HubDossiers extends Dossiers {
  readonly out: DossierOut;
}

/**
 * Opens the dossiers of a hub. Numbers are given and called without them: a register that can't be
 * opened raises an alarm, and everything else goes on.
 *
 * @returns `null` when the register can't be opened
 */
export async function openDossiers(
  { data, clock, log }: HubOptions,
  { engine, alarms, onEvents, store }: Core,
): Promise<HubDossiers | null> {
  const settings = (): CentreSettings => engine.state.settings;
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
    const out = new DossierOut({
      journal: store.journal,
      keeper: store.meta,
      codeOf: (ref) => dossiers.register.findByRef(ref)?.record.code ?? null,
      counterNumberOf: (id) =>
        settings().counters.find((counter) => counter.id === id)?.number ?? null,
      data: data === ":memory:" ? null : data,
      timeZone: () => settings().calendar.timeZone,
      now: () => clock.now(),
      fetch,
      later: unrefLater,
      random: Math.random,
      log,
    });
    onEvents((events) => {
      out.poke();
      if (!events.some(({ type }) => type === "settings-published")) return;
      dossiers
        .settingsChanged()
        .catch((cause: unknown) => log.error("new settings for dossiers", { cause }));
    });
    const close = async (): Promise<void> => {
      await out.close();
      await dossiers.close();
    };
    return { ...dossiers, out, close };
  } catch (cause) {
    log.error("the register of dossiers can't be opened; numbers go on without it", { cause });
    alarms.raise("register", "");
    return null;
  }
}

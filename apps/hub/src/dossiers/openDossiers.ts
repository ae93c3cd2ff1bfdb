import type { CentreSettings } from "@luot/domain";
import type { Core } from "../core.ts";
import type { HubOptions } from "../HubOptions.ts";
import type { CreateConnector } from "./connectors.ts";
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
 * @returns `null` when they can't be opened; nothing of them runs then
 */
export async function openDossiers(hub: HubOptions, core: Core): Promise<HubDossiers | null> {
  const { log } = hub;
  const opened: Dossiers[] = [];
  try {
    const dossiers = await startDossiers(optionsOf(hub, core));
    opened.push(dossiers);
    const out = openOut(hub, core, dossiers);
    core.onEvents((events) => {
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
    log.error("the dossiers can't be opened; numbers go on without them", { cause });
    core.alarms.raise("register", "");
    for (const dossiers of opened) await dossiers.close();
    return null;
  }
}

function optionsOf(
  { data, clock, log }: HubOptions,
  { engine, alarms, dayClock }: Core,
): Parameters<typeof startDossiers>[0] {
  const settings = (): CentreSettings => engine.state.settings;
  const pull = {
    fetch,
    later: unrefLater,
    random: Math.random,
    extraCodes: () => dossierSettingsOf(settings()).extraCodes,
    clockToleranceMs: CLOCK_TOLERANCE_MS,
  };
  const connectors: readonly CreateConnector[] = [(tools) => createPullConnector(tools, pull)];
  const isClockSure = (): boolean => !dayClock.isSuspect;
  return { data, settings, alarms, clock, isClockSure, log, connectors };
}

function openOut(
  { data, clock, log }: HubOptions,
  { engine, alarms, store }: Core,
  { register }: Dossiers,
): DossierOut {
  const settings = (): CentreSettings => engine.state.settings;
  return new DossierOut({
    journal: store.journal,
    keeper: store.meta,
    codeOf: (ref) => register.findByRef(ref)?.record.code ?? null,
    counterNumberOf: (id) =>
      settings().counters.find((counter) => counter.id === id)?.number ?? null,
    data: data === ":memory:" ? null : data,
    timeZone: () => settings().calendar.timeZone,
    now: () => clock.now(),
    fetch,
    later: unrefLater,
    random: Math.random,
    log,
    onBroken: (cause) => {
      log.error("whom to tell of dossiers can't be read; nobody is told", { cause });
      alarms.raise("register", "out");
    },
  });
}

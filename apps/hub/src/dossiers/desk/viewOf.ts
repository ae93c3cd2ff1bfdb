import type { DossierView } from "@luot/contract";
import type { CentreSettings } from "@luot/domain";
import { createAgencyIndex, nextStepOf, standingOf } from "@luot/dossier";
import type { KeptDossier } from "@luot/store";
import { dossierSettingsOf } from "../dossierSettings.ts";

/** What a view is made in the light of. */
export interface ViewContext {
  readonly settings: CentreSettings;
  /** Epoch ms. */
  readonly now: number;
  /** How fresh what its source told is, epoch ms; `null` when nobody knows. */
  readonly asOf: number | null;
  /** The line that the catalogue names for its procedure, or `null`. */
  readonly ofProcedure: string | null;
  /** Whether the place of a result may be told: it may be somebody's address. */
  readonly showsPlace: boolean;
}

/**
 * A dossier as kiosks and counters are told of it: its holder masked, its standing worked out, and
 * what can be done about it in this centre. Pure.
 */
export function viewOf(kept: KeptDossier, context: ViewContext): DossierView {
  const { settings, now, asOf } = context;
  const { record, ref, holder, canProve } = kept;
  const { calendar, agencies, services } = settings;
  const { dueSoonDays, generalServices } = dossierSettingsOf(settings);
  const agencyId = createAgencyIndex(agencies).find(record.agencyCode);
  const lines = services.map(({ id, agencyId: of, kind }) => ({
    id,
    agencyId: of,
    kind,
    isForAll: generalServices.includes(id),
  }));
  const { place, ...next } = nextStepOf(record, {
    agencyId,
    lines,
    ofProcedure: context.ofProcedure,
  });
  const { timeZone } = calendar;
  const told = asOf ?? kept.changedAt;
  return {
    ref,
    code: record.code,
    procedure: { code: record.procedureCode, name: record.procedureName },
    agencyId,
    unit: record.unit,
    holder: holder?.name ?? null,
    status: record.status,
    statusAt: record.statusAt,
    receivedAt: record.receivedAt,
    dueAt: record.dueAt,
    newDueAt: record.newDueAt,
    reappointments: record.reappointments,
    finishedAt: record.finishedAt,
    returnedAt: record.returnedAt,
    ...standingOf(record, now, { calendar, timeZone, dueSoonDays }),
    missing: record.missing,
    fee: record.fee,
    next: { ...next, isElsewhere: place !== null, place: context.showsPlace ? place : null },
    asOf: told,
    isStale: isStale(told, now, settings),
    canProve,
  };
}

/** Whether data is older than the centre's limit. */
export function isStale(asOf: number, now: number, settings: CentreSettings): boolean {
  return now - asOf > dossierSettingsOf(settings).staleAfterMinutes * 60_000;
}

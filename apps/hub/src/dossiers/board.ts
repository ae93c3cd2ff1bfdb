import type { Board, BoardPeriod } from "@luot/contract";
import { addDays, type CentreSettings, localTime } from "@luot/domain";
import {
  type AgencySums,
  boardOf,
  createAgencyIndex,
  NO_TOTALS,
  periodOf,
  startOfDay,
} from "@luot/dossier";
import type { BoardSum, RegisterReader } from "@luot/store";
import { isStale } from "./desk/viewOf.ts";
import { dossierSettingsOf } from "./dossierSettings.ts";

/** What a board is counted from. */
export interface BoardSource {
  readonly register: RegisterReader;
  readonly settings: CentreSettings;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * The board of the period in which a day lies, from the sums that the register keeps up with each
 * row it takes.
 *
 * @param date ISO date; `null`: today
 */
export function countBoard(
  { register, settings, now }: BoardSource,
  period: BoardPeriod,
  date: string | null,
): Board {
  const { timeZone } = settings.calendar;
  const today = localTime(now, timeZone).date;
  const range = periodOf(period, date ?? today);
  const figures = boardOf(sumsOf(register, range, { today, now, timeZone }), {
    period: range,
    today,
    agencyIds: settings.agencies.map(({ id }) => id),
    index: createAgencyIndex(settings.agencies),
  });
  const asOf = register.asOf();
  return {
    period,
    ...range,
    ...figures,
    ratioOf: dossierSettingsOf(settings).ratioOf,
    asOf,
    isStale: asOf !== null && isStale(asOf, now, settings),
  };
}

interface Moment {
  readonly today: string;
  readonly now: number;
  readonly timeZone: string;
}

function sumsOf(
  register: RegisterReader,
  { from, to }: { readonly from: string; readonly to: string },
  { today, now, timeZone }: Moment,
): readonly AgencySums[] {
  const before = byAgency(register.boardSums({ from: null, to: addDays(from, -1) }));
  const within = byAgency(register.boardSums({ from, to }));
  const untilToday = byAgency(register.boardSums({ from: null, to: addDays(today, -1) }));
  const midnight = startOfDay(today, timeZone);
  // What is due at 15:00 is late from 15:01 on.
  const thisMinute = Math.floor(now / 60_000) * 60_000;
  const passed = new Map(
    register
      .openDueBetween(midnight, thisMinute)
      .map(({ agencyCode, count }) => [agencyCode, count]),
  );
  const codes = new Set([...before.keys(), ...within.keys(), ...untilToday.keys()]);
  return Array.from(codes, (agencyCode) => ({
    agencyCode,
    before: before.get(agencyCode) ?? NO_TOTALS,
    within: within.get(agencyCode) ?? NO_TOTALS,
    openDueBeforeToday: untilToday.get(agencyCode)?.openDue ?? 0,
    openDuePassedToday: passed.get(agencyCode) ?? 0,
  }));
}

function byAgency(sums: readonly BoardSum[]): ReadonlyMap<string | null, BoardSum> {
  return new Map(sums.map((sum) => [sum.agencyCode, sum]));
}

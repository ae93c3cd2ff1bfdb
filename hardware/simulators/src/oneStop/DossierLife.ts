import { type OneStopProcedure, PROCEDURES } from "./procedures.ts";
import { between, pick, type Random, seededRandom, seedOf } from "./seededRandom.ts";
import { codeDay, dayNumberOf, momentOf, workingDayAfter } from "./vietnamTime.ts";

/** A change of a dossier. Times are epoch ms, whole seconds. */
export interface LifeStep {
  readonly at: number;
  /** Code of the national list, or one it does not know. */
  readonly status: string;
  /** The new due time, where this step puts the dossier off. */
  readonly newDueAt?: number;
}

/** All that will ever happen to one dossier, whatever the time is now. */
export interface DossierLife {
  readonly index: number;
  readonly code: string;
  readonly procedure: OneStopProcedure;
  readonly isOnline: boolean;
  readonly isBusiness: boolean;
  readonly holder: { readonly name: string; readonly phone: string; readonly identity: string };
  readonly receivedAt: number;
  readonly dueAt: number;
  readonly missing: readonly string[];
  readonly resultPlace: string;
  /** In order; each later than the one before. */
  readonly steps: readonly [LifeStep, ...LifeStep[]];
}

/** What is settled about a dossier before its life is made. */
export interface LifePlan {
  readonly seed: number;
  readonly index: number;
  /** The day it is received, days since 1970-01-01 in Vietnam. */
  readonly dayNumber: number;
  /** Its place among the dossiers of that day, from 1. */
  readonly sequence: number;
  /** Put into every made-up name, so that a leak of it can be searched for; "" for none. */
  readonly mark: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const CLOSES_MINUTE = 17 * 60;
const FAMILIES = ["NGUYỄN", "TRẦN", "LÊ", "PHẠM", "HOÀNG", "VŨ", "ĐẶNG", "ĐỖ"] as const;
const MIDDLES = ["THỊ", "VĂN", "ĐỨC", "NGỌC", "HỮU", "THỊ MỸ"] as const;
const ELSEWHERE = "Chi nhánh số 2, 10 đường Thử Nghiệm (dữ liệu thử)";

type Course =
  | "plain"
  | "late"
  | "supplement"
  | "payment"
  | "refused"
  | "withdrawn"
  | "stopped"
  | "odd";
const COURSES: readonly (readonly [Course, number])[] = [
  ["plain", 0.7],
  ["late", 0.05],
  ["supplement", 0.1],
  ["payment", 0.07],
  ["refused", 0.03],
  ["withdrawn", 0.02],
  ["stopped", 0.025],
  ["odd", 0.005],
];

/** Makes the life of one dossier: the same plan gives the same life. Pure. */
export function lifeOf(plan: LifePlan): DossierLife {
  const random = seededRandom(seedOf(plan.seed, plan.index));
  const procedure = pick(random, PROCEDURES);
  const isOnline = random() < 0.45;
  const isBusiness = procedure.fieldCode.includes("DN") || random() < 0.08;
  const receivedAt = momentOf(plan.dayNumber, receivedMinute(random));
  const dueDay = workingDayAfter(plan.dayNumber, procedure.workingDays);
  const dueMinute = random() < 0.7 ? CLOSES_MINUTE : receivedMinute(random);
  const dueAt = momentOf(dueDay, dueMinute);
  const course = courseOf(random);
  return {
    index: plan.index,
    code: codeOf(random, plan, procedure),
    procedure,
    isOnline,
    isBusiness,
    holder: holderOf(random, plan, isBusiness),
    receivedAt,
    dueAt,
    missing: course === "supplement" ? someOf(random, procedure.papers) : [],
    resultPlace: random() < 0.03 ? ELSEWHERE : "",
    steps: rising(stepsOf(random, course, { receivedAt, dueAt, isOnline, procedure })),
  };
}

/** Where a life stands: its last step up to a moment. @returns -1 before it was received */
export function stepAt({ steps }: DossierLife, at: number): number {
  return steps.findLastIndex((step) => step.at <= at);
}

function codeOf(random: Random, plan: LifePlan, { agencies }: OneStopProcedure): string {
  const agency = pick(random, agencies);
  const sequence = String(plan.sequence).padStart(4, "0");
  // The centralised services of TT 04/2025 put two digits of the system's owner before it.
  const tail = agency === "H56.101.07" ? `01${sequence}` : sequence;
  return `${agency}-${codeDay(plan.dayNumber)}-${tail}`;
}

function holderOf(
  random: Random,
  { index, mark }: LifePlan,
  isBusiness: boolean,
): DossierLife["holder"] {
  const number = String(index).padStart(6, "0");
  const given = [pick(random, FAMILIES), pick(random, MIDDLES), mark, number].filter(Boolean);
  const name = isBusiness
    ? `CÔNG TY TNHH ${[mark, number].filter(Boolean).join(" ")}`
    : given.join(" ");
  // No phone begins with 010 and no province is 000: they can be nobody's.
  const lastFour = String(between(random, 0, 9_999)).padStart(4, "0");
  return {
    name,
    phone: `0100${number.slice(-2)}${lastFour}`,
    identity: `000${number}${lastFour.slice(1)}`,
  };
}

function receivedMinute(random: Random): number {
  return random() < 0.6 ? between(random, 450, 689) : between(random, 780, 1_005);
}

function courseOf(random: Random): Course {
  let left = random();
  for (const [course, share] of COURSES) {
    left -= share;
    if (left < 0) return course;
  }
  return "plain";
}

interface Frame {
  readonly receivedAt: number;
  readonly dueAt: number;
  readonly isOnline: boolean;
  readonly procedure: OneStopProcedure;
}

function stepsOf(random: Random, course: Course, frame: Frame): readonly LifeStep[] {
  const { receivedAt, dueAt, isOnline } = frame;
  // What was filed online may lie for a night before somebody takes it up.
  const acceptedAt = isOnline ? receivedAt + between(random, 5, 1_500) * MINUTE_MS : receivedAt;
  const begun: readonly LifeStep[] = isOnline ? [{ at: receivedAt, status: "1" }] : [];
  if (course === "refused")
    return [
      { at: receivedAt, status: "1" },
      { at: receivedAt + between(random, 1, 30) * HOUR_MS, status: "3" },
    ];
  const workedAt = acceptedAt + between(random, 2, 1_200) * MINUTE_MS;
  const accepted = [...begun, { at: acceptedAt, status: "2" }, { at: workedAt, status: "4" }];
  const later = (days: number): number => workedAt + Math.ceil(days * DAY_MS);
  switch (course) {
    case "withdrawn":
      return [...accepted, { at: later(1 + random() * 3), status: "7" }];
    case "stopped":
      return [...accepted, { at: later(2 + random() * 6), status: "8" }];
    case "odd":
      return [...accepted, { at: later(1), status: "99" }];
    case "supplement":
      return [...accepted, ...detour(random, "5", later(0.3 + random()), dueAt)];
    case "payment":
      return [...accepted, ...detour(random, "6", later(0.2 + random()), dueAt)];
    case "late": {
      const newDueAt = putOff(dueAt, between(random, 2, 6));
      const putOffAt = dueAt + between(random, 1, 30) * MINUTE_MS;
      const tail = ending(random, newDueAt - between(random, 0, 30) * HOUR_MS);
      return [...accepted, { at: putOffAt, status: "4", newDueAt }, ...tail];
    }
    default:
      return [...accepted, ...ending(random, finishAt(random, workedAt, dueAt))];
  }
}

/** A stay at one status, back to work and to the end, due that much later. */
function detour(random: Random, status: "5" | "6", at: number, dueAt: number): readonly LifeStep[] {
  const backAt = at + Math.ceil((0.5 + random() * 6) * DAY_MS);
  const newDueAt = putOff(Math.max(dueAt, backAt), between(random, 1, 3));
  const back = status === "5" ? { at: backAt, status: "4", newDueAt } : { at: backAt, status: "4" };
  const last = status === "5" ? newDueAt : Math.max(dueAt, backAt + HOUR_MS);
  return [{ at, status }, back, ...ending(random, finishAt(random, backAt, last))];
}

function putOff(dueAt: number, workingDays: number): number {
  return momentOf(workingDayAfter(dayNumberOf(dueAt), workingDays), CLOSES_MINUTE);
}

/** Most are ready before they are due, some on the day, a few after it. */
function finishAt(random: Random, from: number, dueAt: number): number {
  const chance = random();
  if (chance < 0.03) return dueAt + between(random, 1, 5) * DAY_MS;
  if (chance < 0.4) return dueAt - between(random, 5, 200) * MINUTE_MS;
  return from + Math.max(HOUR_MS, (dueAt - from) * (0.2 + random() * 0.6));
}

function ending(random: Random, finishedAt: number): readonly LifeStep[] {
  const fetchedAt = finishedAt + Math.ceil((0.02 + random() ** 2 * 20) * DAY_MS);
  return [
    { at: finishedAt, status: "9" },
    { at: fetchedAt, status: "10" },
  ];
}

/** Whole minutes, each later than the one before: a version must tell which is newer. */
function rising(steps: readonly LifeStep[]): readonly [LifeStep, ...LifeStep[]] {
  const risen: LifeStep[] = [];
  for (const step of steps) {
    const least = (risen.at(-1)?.at ?? 0) + MINUTE_MS;
    const at = Math.max(least, Math.floor(step.at / MINUTE_MS) * MINUTE_MS);
    risen.push({ ...step, at });
  }
  const [first, ...rest] = risen;
  if (first === undefined) throw new Error("a dossier without a step");
  return [first, ...rest];
}

function someOf(random: Random, papers: readonly string[]): readonly string[] {
  const some = papers.filter(() => random() < 0.6);
  return some.length > 0 ? some : papers.slice(0, 1);
}

import type { RegisterRow } from "../register/RegisterBatch.ts";
import type { RegisterFacts, RegisterRecord } from "../register/RegisterRecord.ts";
import type { DayCount, RegisterRules } from "../register/RegisterRules.ts";

const DAY_MS = 24 * 60 * 60_000;

/** A made-up holder whose traces a test can look for. */
export const MARKED = {
  name: "NGUYỄN THỊ DẤU VẾT 7391",
  kind: "citizen",
  phone: "0907391739",
  identity: "038073910042",
} as const;

/** A dossier in work, and whatever of it matters to a test. */
export function aRecord(some: Partial<RegisterRecord>): RegisterRecord {
  return {
    code: "H56.29-261101-0003",
    procedureCode: "1.001193",
    procedureName: "Đăng ký khai sinh",
    field: "Hộ tịch",
    agencyCode: "H56.29",
    unit: "Phòng Tư pháp",
    holder: MARKED,
    receivedAt: Date.UTC(2026, 10, 1, 2),
    dueAt: Date.UTC(2026, 10, 20, 10),
    newDueAt: null,
    reappointments: 0,
    finishedAt: null,
    returnedAt: null,
    status: "4",
    rawStatus: "Đang xử lý",
    statusAt: Date.UTC(2026, 10, 2, 2),
    missing: ["Bản sao"],
    fee: { amount: 8_000, isPaid: false },
    resultPlace: null,
    updatedAt: null,
    ...some,
  };
}

/** Rows of these records, numbered from 1. */
export function rowsOf(...records: readonly RegisterRecord[]): readonly RegisterRow[] {
  return records.map((record, at) => ({ row: at + 1, record }));
}

/** Plain rules of the same kind as those of the dossier package. */
export const TEST_RULES: RegisterRules = {
  boardId: "test",
  contributionOf: contributionOf(0),
  maskId: "test",
  maskName: (name) => `${name.slice(0, 1)}**`,
  maskPhone: (phone) => `*** ${phone.slice(-3)}`,
  isStep: (from, to) => Number(to ?? 11) >= Number(from ?? 0),
  isPastPurpose({ returnedAt }, now) {
    const days = returnedAt === null ? 0 : (now - returnedAt) / DAY_MS;
    if (days > 1_000) return "dossier";
    return days > 90 ? "holder" : null;
  },
};

/** @param aheadMs of UTC the time zone is */
export function contributionOf(aheadMs: number): RegisterRules["contributionOf"] {
  const dayOf = (at: number): string => new Date(at + aheadMs).toISOString().slice(0, 10);
  return (facts: RegisterFacts) => {
    const { agencyCode, receivedAt, finishedAt, dueAt } = facts;
    const counts: DayCount[] = [{ ...NOTHING, agencyCode, day: dayOf(receivedAt), received: 1 }];
    if (finishedAt !== null)
      counts.push({ ...NOTHING, agencyCode, day: dayOf(finishedAt), onTime: 1 });
    else if (dueAt !== null) counts.push({ ...NOTHING, agencyCode, day: dayOf(dueAt), openDue: 1 });
    return counts;
  };
}

const NOTHING = {
  received: 0,
  early: 0,
  onTime: 0,
  late: 0,
  ended: 0,
  due: 0,
  dueKept: 0,
  openDue: 0,
  openNoDue: 0,
  timeSet: 0,
  timeClosed: 0,
};

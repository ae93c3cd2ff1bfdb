import type { DossierView } from "@luot/contract";

/** 24/11/2026 09:00 at the centre. */
export const NINE = Date.UTC(2026, 10, 24, 2, 0);
const DAY_MS = 86_400_000;

/** A dossier in process, received twelve days ago and due tomorrow at five. */
export function aDossier(change: Partial<DossierView>): DossierView {
  return {
    ref: "ref_0001",
    code: "H56.29-261112-0003",
    procedure: { code: "1.001193", name: "Đăng ký khai sinh" },
    agencyId: "justice",
    unit: null,
    holder: "Nguyễn T** D** V**",
    status: "4",
    statusAt: NINE - 11 * DAY_MS,
    receivedAt: NINE - 12 * DAY_MS,
    dueAt: NINE + DAY_MS + 8 * 3_600_000,
    newDueAt: null,
    reappointments: 0,
    finishedAt: null,
    returnedAt: null,
    light: "on_time",
    daysLeft: 1,
    timeline: [],
    missing: [],
    fee: null,
    next: { kind: "wait", serviceId: null, place: null },
    asOf: NINE - 300_000,
    isStale: false,
    canProve: false,
    ...change,
  };
}

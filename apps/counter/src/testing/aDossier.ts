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
    next: { kind: "wait", serviceId: null, isElsewhere: false, place: null },
    asOf: NINE - 300_000,
    isStale: false,
    canProve: false,
    ...change,
  };
}

/** What makes a dossier typical of its state, by the code of the state. */
export const STATES: Readonly<Record<string, Partial<DossierView>>> = {
  "3": { light: null, daysLeft: null, dueAt: null },
  "4": {
    light: "overdue",
    daysLeft: -2,
    newDueAt: NINE + 259_200_000,
    reappointments: 2,
    isStale: true,
  },
  "5": { light: "due_soon", daysLeft: 0, missing: ["Bản sao căn cước", "Tờ khai theo mẫu"] },
  "6": { light: "due_soon", daysLeft: 1, fee: { amount: 150_000, isPaid: false } },
  "7": { light: null, daysLeft: null },
  "8": { light: null, daysLeft: null },
  "9": {
    light: null,
    daysLeft: null,
    finishedAt: NINE,
    next: { kind: "collect", serviceId: null, isElsewhere: true, place: "657 Lạc Long Quân" },
  },
  "10": {
    light: null,
    daysLeft: null,
    finishedAt: NINE,
    returnedAt: NINE,
    fee: { amount: 8_000, isPaid: true },
  },
};

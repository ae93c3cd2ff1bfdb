import type { DossierDetails, DossierView } from "@luot/contract";
import { T0 } from "./aCentre.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Status = NonNullable<DossierView["status"]>;
type Step = DossierView["timeline"][number];

const STEPS = ["registered", "received", "processing", "result", "returned"] as const;
const RECEIVED_AT = T0 - 5 * DAY_MS;
const DUE_AT = T0 + DAY_MS + 7 * HOUR_MS;

/** Where each state stands on the way, and whether it is held there. */
const PLACES: Readonly<Record<Status, readonly [number, "now" | "blocked" | "done"]>> = {
  "1": [0, "now"],
  "2": [1, "now"],
  "3": [1, "blocked"],
  "4": [2, "now"],
  "5": [2, "blocked"],
  "6": [2, "blocked"],
  "7": [2, "blocked"],
  "8": [2, "blocked"],
  "9": [3, "now"],
  "10": [4, "done"],
};

const NEXT: Readonly<Record<Status, DossierView["next"]>> = {
  "1": { kind: "wait", serviceId: null, isElsewhere: false, place: null },
  "2": { kind: "wait", serviceId: null, isElsewhere: false, place: null },
  "3": { kind: "ask", serviceId: "a-guide", isElsewhere: false, place: null },
  "4": { kind: "wait", serviceId: null, isElsewhere: false, place: null },
  "5": { kind: "supplement", serviceId: "a-submit", isElsewhere: false, place: null },
  "6": { kind: "pay", serviceId: "a-pay", isElsewhere: false, place: null },
  "7": { kind: "ask", serviceId: "a-guide", isElsewhere: false, place: null },
  "8": { kind: "ask", serviceId: "a-guide", isElsewhere: false, place: null },
  "9": { kind: "collect", serviceId: "a-collect", isElsewhere: false, place: null },
  "10": { kind: "none", serviceId: null, isElsewhere: false, place: null },
};

function timelineOf(status: Status): readonly Step[] {
  const [place, state] = PLACES[status];
  return STEPS.map((step, at) => ({
    step,
    state: at < place ? "done" : at === place ? state : "ahead",
    at: at <= place ? RECEIVED_AT + at * DAY_MS : null,
  }));
}

/** A dossier in one of the ten states, as the hub shows it: the day before it is due. */
export function aDossier(status: Status, change: Partial<DossierView>): DossierView {
  const isOver = ["3", "7", "8", "9", "10"].includes(status);
  return {
    ref: "dossier-ref-0001",
    code: "H56.29-251119-0003",
    procedure: { code: "1.001193", name: "Đăng ký khai sinh" },
    agencyId: "justice",
    unit: null,
    holder: "Nguyễn T** D** V**",
    status,
    statusAt: RECEIVED_AT + 2 * DAY_MS,
    receivedAt: RECEIVED_AT,
    dueAt: DUE_AT,
    newDueAt: null,
    reappointments: 0,
    finishedAt: status === "9" || status === "10" ? T0 - HOUR_MS : null,
    returnedAt: status === "10" ? T0 - HOUR_MS : null,
    light: isOver ? null : "due_soon",
    daysLeft: isOver ? null : 1,
    timeline: timelineOf(status),
    missing: status === "5" ? ["Bản sao Giấy chứng nhận kết hôn", "Ảnh 3 × 4 cm, nền trắng"] : [],
    fee: status === "6" ? { amount: 150_000, isPaid: false } : null,
    next: NEXT[status],
    asOf: T0 - HOUR_MS / 6,
    isStale: false,
    canProve: true,
    ...change,
  };
}

/** What the second factor opens of it. */
export function someDetails(change: Partial<DossierDetails>): DossierDetails {
  return {
    phone: "09** *** 678",
    resultPlace: null,
    history: [
      { status: "1", at: RECEIVED_AT },
      { status: "2", at: RECEIVED_AT + HOUR_MS },
      { status: "4", at: RECEIVED_AT + DAY_MS },
    ],
    ...change,
  };
}

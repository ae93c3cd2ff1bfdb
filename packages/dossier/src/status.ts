import { STATUS_CODES, type StatusCode } from "./Dossier.ts";

/** What a status means for the way of a dossier. */
export type StatusPhase =
  | "registered"
  | "received"
  | "refused"
  | "processing"
  | "supplement"
  | "payment"
  | "withdrawn"
  | "stopped"
  | "ready"
  | "returned";

/** One status of the national exchange list, as it is in force for a time. */
export interface DossierStatus {
  readonly code: StatusCode;
  /** The exact official wording. */
  readonly vi: string;
  readonly en: string;
  readonly phase: StatusPhase;
  /** Nothing comes after it. */
  readonly isFinal: boolean;
  /** What may follow at once. */
  readonly next: readonly StatusCode[];
  /** ISO date from which it is in force. */
  readonly validFrom: string;
  /** ISO date of its last day in force; `null` while that is open. */
  readonly validTo: string | null;
}

/** NĐ 61/2018 was carried out by TT 01/2018/TT-VPCP from 6 January 2019 at the latest. */
const IN_FORCE = { validFrom: "2019-01-01", validTo: null } as const;

/**
 * The ten national statuses (TrangThaiHoSo of the exchange with the National Portal; the list is
 * complete and its wording exact, read in public source code).
 *
 * The list says no order. The flow (`next`, `isFinal`) and the first day are this project's
 * assumptions, in one place so that they are changed here alone: what was asked for (papers, a fee)
 * goes back to work or to its end; a result only goes out; refused, withdrawn, stopped and returned
 * end a dossier, and whoever files again gets a new code. Before reception only papers can be asked
 * for. A new list is a new set of entries with its own dates.
 */
export const DOSSIER_STATUSES: readonly DossierStatus[] = [
  entry("1", "Mới đăng ký", "Newly registered", "registered", ["2", "3", "5", "7"]),
  entry("2", "Được tiếp nhận", "Accepted", "received", ["4", "5", "6", "7", "8"]),
  entry("3", "Không được tiếp nhận", "Not accepted", "refused", []),
  entry("4", "Đang xử lý", "In process", "processing", ["5", "6", "7", "8", "9"]),
  entry("5", "Yêu cầu bổ sung giấy tờ", "More papers required", "supplement", ["3", "4", "7", "8"]),
  entry("6", "Yêu cầu thực hiện nghĩa vụ tài chính", "Fee or financial duty due", "payment", [
    "4",
    "7",
    "8",
    "9",
  ]),
  entry("7", "Công dân yêu cầu rút hồ sơ", "Withdrawn by the citizen", "withdrawn", []),
  entry("8", "Dừng xử lý", "Stopped", "stopped", []),
  entry("9", "Đã xử lý xong", "Processed", "ready", ["10"]),
  entry("10", "Đã trả kết quả", "Result returned", "returned", []),
];

function entry(
  code: StatusCode,
  vi: string,
  en: string,
  phase: StatusPhase,
  next: readonly StatusCode[],
): DossierStatus {
  return { code, vi, en, phase, isFinal: next.length === 0, next, ...IN_FORCE };
}

/** Whether a text is one of the ten codes. */
export function isStatusCode(code: string): code is StatusCode {
  return STATUS_CODES.some((known) => known === code);
}

/**
 * The status a code names on a day.
 *
 * @param date ISO date
 * @returns `null` for a code that is not in force then
 */
export function statusOf(code: string, date: string): DossierStatus | null {
  const found = DOSSIER_STATUSES.find(
    (status) =>
      status.code === code &&
      status.validFrom <= date &&
      (status.validTo === null || date <= status.validTo),
  );
  return found ?? null;
}

/**
 * Whether a dossier that was in one status can be in another later. Steps between may be left out,
 * because a source is not asked at every moment. The same status again is no going back. An unknown
 * status (`null`, or a code not in force that day) may come before anything, and after anything
 * that is not final.
 *
 * @param date ISO date by whose list it is judged
 */
export function isStep(from: StatusCode | null, to: StatusCode | null, date: string): boolean {
  if (from === to) return true;
  const before = from === null ? null : statusOf(from, date);
  if (before === null) return true;
  if (before.isFinal) return false;
  const after = to === null ? null : statusOf(to, date);
  return after === null || reachableFrom(before, date).has(after.code);
}

const reached = new Map<string, ReadonlySet<StatusCode>>();
const MAX_KEPT = 1_000;

/** Every status that can come after one. Kept, as an import asks once a row. */
function reachableFrom(status: DossierStatus, date: string): ReadonlySet<StatusCode> {
  const key = `${status.code} ${date}`;
  const kept = reached.get(key);
  if (kept !== undefined) return kept;
  const found = new Set<StatusCode>();
  const open = [...status.next];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (found.has(code)) continue;
    found.add(code);
    open.push(...(statusOf(code, date)?.next ?? []));
  }
  if (reached.size >= MAX_KEPT) reached.clear();
  reached.set(key, found);
  return found;
}

/**
 * What an officer of the one-stop software may have said of a dossier, by the codes of the national
 * exchange list (vietnam.md names are in `status.ts`).
 */
export const STATUS_CODES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;
export type StatusCode = (typeof STATUS_CODES)[number];

/** Whose dossier it is. In clear only between a source and the register's seal. */
export interface DossierHolder {
  readonly name: string;
  readonly kind: "citizen" | "business";
  /** As the source wrote it; digits are what counts. */
  readonly phone: string | null;
  /** Number of an identity card or of an organisation. */
  readonly identity: string | null;
}

/** A fee of a dossier, in đồng. */
export interface DossierFee {
  readonly amount: number;
  readonly isPaid: boolean;
}

/** What a source says of one dossier, brought into one form. Times are epoch ms. */
export interface DossierRecord {
  /** As `parseDossierCode` gives it, or as an extra pattern of the centre. */
  readonly code: string;
  readonly procedureCode: string | null;
  readonly procedureName: string;
  /** Name of the field [lĩnh vực]. */
  readonly field: string | null;
  /** Identifier of the agency that handles it, as the source wrote it. */
  readonly agencyCode: string | null;
  /** Name of the unit that handles it. */
  readonly unit: string | null;
  readonly holder: DossierHolder | null;
  readonly receivedAt: number;
  /** `null` where the law sets no time. */
  readonly dueAt: number | null;
  /** The day it was put off to; `null` when it was not. */
  readonly newDueAt: number | null;
  readonly reappointments: number;
  /** When the work on it ended. */
  readonly finishedAt: number | null;
  readonly returnedAt: number | null;
  /** `null` for a code that the national list does not know: shown as "Chưa xác định". */
  readonly status: StatusCode | null;
  /** As the source wrote it; for officers. */
  readonly rawStatus: string;
  readonly statusAt: number | null;
  /** Papers that are still to be brought. */
  readonly missing: readonly string[];
  readonly fee: DossierFee | null;
  /** Where the result is handed out, when that is another place than this centre. */
  readonly resultPlace: string | null;
  /** The source's own version of this record; `null` when it has none. */
  readonly updatedAt: number | null;
}

/** When a result has to be there: what was put off counts from then on. */
export function dueOf({
  dueAt,
  newDueAt,
}: Pick<DossierRecord, "dueAt" | "newDueAt">): number | null {
  return newDueAt ?? dueAt;
}

/** What is known of a dossier without its holder: all that its state and the boards are read from. */
export type DossierFacts = Omit<DossierRecord, "holder">;

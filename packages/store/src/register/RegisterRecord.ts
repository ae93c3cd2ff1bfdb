/** The codes of the national exchange list of dossier states. */
export const REGISTER_STATUSES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;
export type RegisterStatus = (typeof REGISTER_STATUSES)[number];

/** Whose dossier it is, in clear: never on a page of the file, only sealed. */
export interface RegisterHolder {
  readonly name: string;
  readonly kind: "citizen" | "business";
  readonly phone: string | null;
  readonly identity: string | null;
}

/**
 * What a source says of one dossier. The shape of `DossierRecord` of the dossier package, which this
 * room may not import; times are epoch ms, the fee is in đồng.
 */
export interface RegisterRecord {
  readonly code: string;
  readonly procedureCode: string | null;
  readonly procedureName: string;
  readonly field: string | null;
  readonly agencyCode: string | null;
  readonly unit: string | null;
  readonly holder: RegisterHolder | null;
  readonly receivedAt: number;
  readonly dueAt: number | null;
  readonly newDueAt: number | null;
  readonly reappointments: number;
  readonly finishedAt: number | null;
  readonly returnedAt: number | null;
  readonly status: RegisterStatus | null;
  readonly rawStatus: string;
  readonly statusAt: number | null;
  readonly missing: readonly string[];
  readonly fee: { readonly amount: number; readonly isPaid: boolean } | null;
  readonly resultPlace: string | null;
  readonly updatedAt: number | null;
}

/** A record without whose it is. */
export type RegisterFacts = Omit<RegisterRecord, "holder">;

/** A holder as a screen may show it. */
export interface MaskedHolder {
  /** `null` where the centre hides it. */
  readonly name: string | null;
  readonly phone: string | null;
  readonly kind: "citizen" | "business";
}

/** A dossier as the register keeps it. */
export interface KeptDossier {
  /** 22 letters that stand for it in numbers and events; chance, so they say nothing. */
  readonly ref: string;
  /** The source that spoke of it last. */
  readonly source: string;
  /** When the register last took a change of it, epoch ms. */
  readonly changedAt: number;
  /** Without its holder: that is sealed. */
  readonly record: RegisterRecord & { readonly holder: null };
  /** `null` when the source told none, or it was erased. */
  readonly holder: MaskedHolder | null;
  /** Whether four digits can open more of it. */
  readonly canProve: boolean;
}

/** One state that a dossier was in, and since when. */
export interface StatusChange {
  readonly status: RegisterStatus | null;
  /** As the source dated it; else when the register learnt of it. Epoch ms. */
  readonly at: number;
}

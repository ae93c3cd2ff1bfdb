import type { DataOf, DossierView, ErrorCode } from "@luot/contract";

/** Why a dossier was not added, or a holder not shown. */
export type DossierRefusal = ErrorCode | "disconnected" | "payment" | "no_code" | "full";

/** Adding a dossier by its code. */
export type Adding =
  | { readonly status: "idle" }
  | { readonly status: "asking" }
  | { readonly status: "refused"; readonly why: DossierRefusal };

/** The holder of one dossier, opened by an officer with the right. */
export type OpenHolder =
  | { readonly status: "closed" }
  | { readonly status: "asking"; readonly ref: string }
  | {
      readonly status: "shown";
      readonly ref: string;
      readonly holder: DataOf<"dossier:open-holder">;
      /** When it is hidden by itself, own clock, epoch ms. */
      readonly until: number;
    }
  | { readonly status: "refused"; readonly ref: string; readonly why: DossierRefusal };

/** The dossiers of the number at a counter. Immutable. */
export interface DossiersState {
  /** `null` while nobody is at the counter. */
  readonly ticketId: string | null;
  /** `unavailable`: the register did not answer; it is asked again by itself. */
  readonly found: "asking" | "known" | "unavailable";
  /** What the number was taken for, then what was added here. */
  readonly dossiers: readonly DossierView[];
  /** References that are not to be noted with the visit. */
  readonly left: ReadonlySet<string>;
  readonly adding: Adding;
  readonly holder: OpenHolder;
}

/** Nobody at the counter. */
export const NO_DOSSIERS: DossiersState = {
  ticketId: null,
  found: "known",
  dossiers: [],
  left: new Set(),
  adding: { status: "idle" },
  holder: { status: "closed" },
};

/** The references that go with the end of the visit, in order. */
export function notedRefs({ dossiers, left }: DossiersState): readonly string[] {
  return dossiers.map(({ ref }) => ref).filter((ref) => !left.has(ref));
}

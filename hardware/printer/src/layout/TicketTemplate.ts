/** How large a thing stands. `normal` is the size that the part was designed at. */
export type PartSize = "small" | "normal" | "large" | "huge";

/** `bar` is white on black, as wide as the ticket. */
export type PartFrame = "none" | "frame" | "bar";

/** What differs from the part's own look; an absent field leaves it as it is. */
export interface PartLook {
  readonly size?: PartSize;
  readonly weight?: "regular" | "bold";
  readonly frame?: PartFrame;
}

/** What of a ticket can be placed. A part whose ticket has no such words takes no paper. */
export type TicketField =
  | "centre"
  | "reprint"
  | "title"
  | "label"
  | "service"
  | "agency"
  | "class"
  | "counters"
  | "ahead"
  | "estimate"
  | "scan-hint"
  | "notice"
  | "time"
  | "footer";

/** One thing of a ticket's layout. */
export type TemplatePart =
  | ({ readonly kind: TicketField } & PartLook)
  /** Words that are the same on every ticket; `en` stands on tickets in English. */
  | ({ readonly kind: "text"; readonly vi: string; readonly en?: string } & PartLook)
  | { readonly kind: "qr"; readonly size?: PartSize }
  | { readonly kind: "rule"; readonly line: "solid" | "dashed" }
  | { readonly kind: "gap"; readonly size?: PartSize };

/**
 * A centre's layout of its tickets, from the top. Plain data: it lives in the settings as JSON and
 * is read by `parseTicketTemplate`.
 */
export interface TicketTemplate {
  readonly parts: readonly TemplatePart[];
}

/** The layout of a centre that wishes for no other. */
export const DEFAULT_TEMPLATE: TicketTemplate = {
  parts: [
    { kind: "centre" },
    { kind: "gap", size: "small" },
    { kind: "rule", line: "solid" },
    { kind: "reprint" },
    { kind: "title" },
    { kind: "label" },
    { kind: "service" },
    { kind: "agency" },
    { kind: "class" },
    { kind: "counters" },
    { kind: "gap" },
    { kind: "rule", line: "dashed" },
    { kind: "ahead" },
    { kind: "estimate" },
    { kind: "qr" },
    { kind: "scan-hint" },
    { kind: "notice" },
    { kind: "time" },
    { kind: "footer" },
  ],
};

/** One ESC/POS command as the virtual printer understands it. */
export type PrinterCommand =
  | { readonly kind: "initialise" }
  | {
      readonly kind: "raster";
      readonly widthBytes: number;
      readonly rows: number;
      readonly data: Uint8Array;
    }
  /** Vertical motion units, whose size is the printer's. */
  | { readonly kind: "feed"; readonly units: number }
  | { readonly kind: "feed-lines"; readonly lines: number }
  | { readonly kind: "cut" }
  | { readonly kind: "status"; readonly n: 1 | 2 | 3 | 4 }
  | { readonly kind: "recover"; readonly dropsBuffer: boolean }
  | { readonly kind: "automatic-status"; readonly isOn: boolean }
  | { readonly kind: "sensor" }
  | { readonly kind: "process-id"; readonly id: Uint8Array }
  /** Known, and without effect on a ticket: drawer, beep, the looks of text. */
  | { readonly kind: "ignored"; readonly bytes: Uint8Array }
  /** Known, but it would put or move ink in a way that is not drawn here. */
  | { readonly kind: "not-drawn"; readonly bytes: Uint8Array }
  /** A byte that a printer would print as a letter. */
  | { readonly kind: "text"; readonly byte: number }
  | { readonly kind: "unknown"; readonly bytes: Uint8Array };

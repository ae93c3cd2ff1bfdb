/** One thing a printer said. */
export type PrinterReply =
  /** Answer to `DLE EOT n`; which n is known only from what was asked. */
  | { readonly kind: "status"; readonly byte: number }
  /** Answer to `GS r 1`, given when everything before it was processed. */
  | { readonly kind: "sensor"; readonly byte: number }
  /** Answer to `GS ( H`, given when everything before it was printed. */
  | { readonly kind: "process-id"; readonly id: string }
  /** Automatic status back: what the printer tells unasked. */
  | { readonly kind: "automatic-status"; readonly status: AutomaticStatus };

export interface AutomaticStatus {
  readonly isOffline: boolean;
  readonly isCoverOpen: boolean;
  readonly hasCutterError: boolean;
  readonly isPaperLow: boolean;
  readonly isPaperOut: boolean;
}

const PROCESS_ID_BYTES = 7;
const AUTOMATIC_STATUS_BYTES = 4;

/**
 * Splits what a printer sends into replies, whatever the pieces it arrives in. Bytes that belong
 * to no reply are skipped one by one, so that line noise costs one answer and not all that follow.
 * Masks are those of Epson's command reference (DLE EOT, GS a, GS r, GS ( H).
 */
export function createReplyDecoder(): {
  push(bytes: Uint8Array): PrinterReply[];
  /** Forgets an unfinished reply, for a new link. */
  reset(): void;
} {
  let pending: number[] = [];
  return {
    push(bytes) {
      pending.push(...bytes);
      const replies: PrinterReply[] = [];
      for (;;) {
        const length = replyLength(pending[0], pending[1]);
        if (length === 0 || pending.length < length) return replies;
        const reply = toReply(pending.splice(0, length));
        if (reply !== null) replies.push(reply);
      }
    },
    reset() {
      pending = [];
    },
  };
}

const isStatus = (byte: number): boolean => (byte & 0x93) === 0x12;
const isAutomaticStatus = (byte: number): boolean => (byte & 0x93) === 0x10;
const isSensor = (byte: number): boolean => (byte & 0x90) === 0;

/** How long the reply is that starts so; 0 when nothing or too little has come to tell. */
function replyLength(first: number | undefined, second: number | undefined): number {
  if (first === undefined) return 0;
  if (first === 0x37) {
    if (second === undefined) return 0;
    return second === 0x22 ? PROCESS_ID_BYTES : 1;
  }
  return isAutomaticStatus(first) ? AUTOMATIC_STATUS_BYTES : 1;
}

function toReply(bytes: readonly number[]): PrinterReply | null {
  const first = bytes[0] ?? 0;
  if (bytes.length === PROCESS_ID_BYTES)
    return { kind: "process-id", id: String.fromCodePoint(...bytes.slice(2, 6)) };
  if (bytes.length === AUTOMATIC_STATUS_BYTES)
    return { kind: "automatic-status", status: toAutomaticStatus(bytes) };
  if (isStatus(first)) return { kind: "status", byte: first };
  return isSensor(first) ? { kind: "sensor", byte: first } : null;
}

function toAutomaticStatus(bytes: readonly number[]): AutomaticStatus {
  const [first = 0, second = 0, third = 0] = bytes;
  return {
    isOffline: (first & 0x08) !== 0,
    isCoverOpen: (first & 0x20) !== 0,
    hasCutterError: (second & 0x08) !== 0,
    isPaperLow: (third & 0x03) !== 0,
    isPaperOut: (third & 0x0c) !== 0,
  };
}

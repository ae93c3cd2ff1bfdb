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

export interface ReplyDecoder {
  /** Takes the next bytes. @returns the replies that are complete now, in order */
  push(bytes: Uint8Array): PrinterReply[];
  /** Forgets an unfinished reply, for a new link. */
  reset(): void;
  /** Bytes of a reply that is not complete yet: fewer than the longest reply has. */
  readonly pendingBytes: number;
}

/**
 * Splits what a printer sends into replies, whatever the pieces it arrives in. Bytes that belong
 * to no reply are skipped one by one, so that line noise costs one answer and not all that follow.
 * Masks are those of Epson's command reference (DLE EOT, GS a, GS r, GS ( H).
 */
export function createReplyDecoder(): ReplyDecoder {
  let pending: Uint8Array = new Uint8Array(0);
  return {
    push(bytes) {
      const all = pending.length === 0 ? bytes : concat(pending, bytes);
      const replies: PrinterReply[] = [];
      let at = 0;
      for (;;) {
        const length = replyLength(all[at], all[at + 1]);
        if (length === 0 || at + length > all.length) break;
        const reply = toReply(all.subarray(at, at + length));
        if (reply !== null) replies.push(reply);
        at += length;
      }
      pending = all.slice(at);
      return replies;
    },
    reset() {
      pending = new Uint8Array(0);
    },
    get pendingBytes() {
      return pending.length;
    },
  };
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
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

function toReply(bytes: Uint8Array): PrinterReply | null {
  const first = bytes[0] ?? 0;
  if (bytes.length === PROCESS_ID_BYTES)
    return { kind: "process-id", id: String.fromCodePoint(...bytes.slice(2, 6)) };
  if (bytes.length === AUTOMATIC_STATUS_BYTES)
    return { kind: "automatic-status", status: toAutomaticStatus(bytes) };
  if (isStatus(first)) return { kind: "status", byte: first };
  return isSensor(first) ? { kind: "sensor", byte: first } : null;
}

function toAutomaticStatus(bytes: Uint8Array): AutomaticStatus {
  const [first = 0, second = 0, third = 0] = bytes;
  return {
    isOffline: (first & 0x08) !== 0,
    isCoverOpen: (first & 0x20) !== 0,
    hasCutterError: (second & 0x08) !== 0,
    isPaperLow: (third & 0x03) !== 0,
    isPaperOut: (third & 0x0c) !== 0,
  };
}

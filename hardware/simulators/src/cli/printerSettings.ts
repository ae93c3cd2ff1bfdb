import { parseArgs } from "node:util";
import { err, ok, type Result } from "@luot/kit";
import type { PrinterCondition } from "../printer/PrinterCondition.ts";

/** What the virtual printer's command line asks for. */
export interface PrinterSettings {
  readonly port: number;
  readonly webPort: number;
  readonly widthDots: number;
  readonly feedUnitsPerDot: number;
  readonly keep: number;
  /** Ends with exit code 1 when anything but clean ESC/POS came. */
  readonly isStrict: boolean;
  /** The trouble that it is in from the start. */
  readonly condition: Partial<PrinterCondition>;
}

const MM_PER_INCH = 25.4;
const STEP_DOTS = 8;
const PAPERS = ["ok", "near", "out"] as const;
const REPLIES = ["once", "twice", "reversed"] as const;

interface Limits {
  readonly from: number;
  readonly to: number;
  readonly step?: number;
}
/** Options that are numbers; a `step` admits its multiples alone. */
const LIMITS = {
  port: { from: 0, to: 65_535, step: 1 },
  "web-port": { from: 0, to: 65_535, step: 1 },
  width: { from: STEP_DOTS, to: 2_048, step: STEP_DOTS },
  "feed-units": { from: 1, to: 4, step: 1 },
  keep: { from: 1, to: 1_000_000, step: 1 },
  dpi: { from: 100, to: 600 },
  "paper-mm": { from: 1, to: 100_000 },
  "cover-mm": { from: 1, to: 100_000 },
  "ms-per-byte": { from: 0, to: 1_000 },
  "reply-delay": { from: 0, to: 600_000, step: 1 },
  "drop-after": { from: 0, to: 1_000_000_000, step: 1 },
} as const satisfies Readonly<Record<string, Limits>>;
type NumberOption = keyof typeof LIMITS;

const OPTIONS = {
  port: { type: "string", default: "9110" },
  "web-port": { type: "string", default: "9111" },
  width: { type: "string", default: "576" },
  "feed-units": { type: "string", default: "1" },
  keep: { type: "string", default: "200" },
  dpi: { type: "string", default: "203" },
  strict: { type: "boolean", default: false },
  paper: { type: "string", default: "ok" },
  "paper-mm": { type: "string" },
  "cover-mm": { type: "string" },
  silent: { type: "boolean", default: false },
  clone: { type: "boolean", default: false },
  "ms-per-byte": { type: "string", default: "0" },
  "reply-delay": { type: "string", default: "0" },
  replies: { type: "string", default: "once" },
  lose: { type: "string" },
  "drop-after": { type: "string" },
} as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

/**
 * Reads the command line of the virtual printer.
 *
 * @returns what is wrong with it, in a sentence, when it cannot be used
 */
export function readPrinterSettings(args: readonly string[]): Result<PrinterSettings, string> {
  let values: Values;
  try {
    ({ values } = parseArgs({ args: [...args], options: OPTIONS }));
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
  const wrong = Object.entries(LIMITS).find(([name, limits]) => !isWithin(values, name, limits));
  if (wrong !== undefined) {
    const [name, limits] = wrong;
    return err(`--${name} is ${limits.from} to ${limits.to}${stepWords(limits)}.`);
  }
  const condition = conditionOf(values);
  if (!condition.ok) return condition;
  return ok({
    port: Number(values.port),
    webPort: Number(values["web-port"]),
    widthDots: Number(values.width),
    feedUnitsPerDot: Number(values["feed-units"]),
    keep: Number(values.keep),
    isStrict: values.strict,
    condition: condition.value,
  });
}

function isWithin(values: Values, name: string, { from, to, step }: Limits): boolean {
  const text = Object.entries(values).find(([key]) => key === name)?.[1];
  if (text === undefined) return true; // not asked for
  if (typeof text !== "string" || text.trim() === "") return false;
  const value = Number(text);
  return value >= from && value <= to && (step === undefined || value % step === 0);
}

function stepWords({ step }: Limits): string {
  return step === STEP_DOTS ? `, a multiple of ${STEP_DOTS}` : "";
}

function conditionOf(values: Values): Result<Partial<PrinterCondition>, string> {
  const paper = PAPERS.find((each) => each === values.paper);
  if (paper === undefined) return err(`--paper is ${PAPERS.join(", ")}.`);
  const replies = REPLIES.find((each) => each === values.replies);
  if (replies === undefined) return err(`--replies is ${REPLIES.join(", ")}.`);
  const loss = lossOf(values.lose);
  if (loss === undefined) return err("--lose is AFTER:BYTES, such as 5000:200.");
  const numberOf = (name: NumberOption): number | null =>
    values[name] === undefined ? null : Number(values[name]);
  const rowsOf = (mm: number | null): number | null =>
    mm === null ? null : Math.max(1, Math.round((mm * Number(values.dpi)) / MM_PER_INCH));
  return ok({
    paper,
    replies,
    loss,
    isSilent: values.silent,
    isClone: values.clone,
    paperRowsLeft: rowsOf(numberOf("paper-mm")),
    coverRowsLeft: rowsOf(numberOf("cover-mm")),
    dropAfterBytes: numberOf("drop-after"),
    msPerByte: Number(values["ms-per-byte"]),
    replyDelayMs: Number(values["reply-delay"]),
  });
}

/** @returns `null` when nothing is lost, `undefined` when the text says nothing of the kind */
function lossOf(text: string | undefined): PrinterCondition["loss"] | undefined {
  if (text === undefined) return null;
  const [, after, bytes] = /^(\d{1,9}):([1-9]\d{0,8})$/.exec(text) ?? [];
  if (after === undefined || bytes === undefined) return undefined;
  return { afterBytes: Number(after), bytes: Number(bytes) };
}

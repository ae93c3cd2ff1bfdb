import { err, ok, type Result } from "@luot/kit";

const REPORT = /^[0-9a-f]{2,256}$/i;
const PAUSE = /^wait (\d{1,5})$/;
/** More than anybody records by hand. */
const MAX_LINES = 10_000;

/** One line of a report file: bytes as the device sent them, or a pause before the next, ms. */
export type ReportStep =
  | { readonly kind: "report"; readonly bytes: Uint8Array }
  | { readonly kind: "wait"; readonly ms: number };

/**
 * Reads a report file: a report a line in hex, `wait 200` for a pause of 200 ms, `#` for a remark.
 *
 * @returns what is wrong, with its line, when it is no such file
 */
export function parseReportFile(text: string): Result<readonly ReportStep[], string> {
  const lines = text.split(/\r?\n/);
  if (lines.length > MAX_LINES) return err(`A report file has at most ${MAX_LINES} lines.`);
  const steps: ReportStep[] = [];
  for (const [at, raw] of lines.entries()) {
    const line = raw.replace(/#.*/, "").trim();
    if (line === "") continue;
    const pause = PAUSE.exec(line)?.[1];
    if (pause !== undefined) steps.push({ kind: "wait", ms: Number(pause) });
    else if (REPORT.test(line) && line.length % 2 === 0)
      steps.push({ kind: "report", bytes: Uint8Array.from(Buffer.from(line, "hex")) });
    else return err(`Line ${at + 1}: a report is hex bytes, a pause is 'wait MS'; not '${line}'.`);
  }
  return ok(steps);
}

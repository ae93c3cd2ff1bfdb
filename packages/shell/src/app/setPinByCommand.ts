import { readFileSync } from "node:fs";
import type { PinBook } from "../admin/PinBook.ts";

const WORDS = {
  bad_pin: "A PIN has 6 to 10 digits.",
  plain_pin: "This PIN is too easy to guess.",
  cannot_store: "The PIN could not be written.",
  already_set: "There is a PIN already.",
} as const;

/**
 * `--set-pin`: reads a PIN from the standard input and keeps it in place of any before. Never from
 * the arguments, which others on the machine can read. All at once, for without a screen Electron
 * ends soon.
 *
 * @returns the exit code
 */
export function setPinByCommand(pins: PinBook): number {
  let text: string;
  try {
    text = readFileSync(0, "utf8");
  } catch {
    // There is no standard input, or nothing in it.
    text = "";
  }
  const kept = pins.keep(text.trim());
  if (kept.ok) process.stdout.write("The PIN was kept.\n");
  else process.stderr.write(`${WORDS[kept.code]} Write it to the standard input.\n`);
  return kept.ok ? 0 : 1;
}

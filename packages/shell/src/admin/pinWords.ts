import { err, ok, type Result } from "@luot/kit";

/** Wrong PINs without a pause. */
const FREE_TRIES = 5;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** Digits in a row, either way, and one digit alone: what is tried first. */
const ROWS = ["01234567890123456789", "98765432109876543210"];

/** Whether a text may be a PIN: 6 to 10 digits, and none of those that everybody tries. Pure. */
export function checkPin(text: string): Result<string, "bad_pin" | "plain_pin"> {
  if (!/^\d{6,10}$/u.test(text)) return err("bad_pin");
  const isPlain = new Set(text).size < 3 || ROWS.some((row) => row.includes(text));
  return isPlain ? err("plain_pin") : ok(text);
}

/** Wrong PINs in a row, and when the last one was, epoch ms. */
export interface WrongTries {
  readonly count: number;
  readonly lastAt: number;
}

/** How long the next PIN has to wait, in ms; 0: it may be tried. Pure. */
export function pauseMs({ count, lastAt }: WrongTries, now: number): number {
  if (count < FREE_TRIES) return 0;
  const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (count - FREE_TRIES));
  // A clock that was set back must not lock anybody out for longer than the pause itself.
  return Math.min(whole, Math.max(0, lastAt + whole - now));
}

/** How many more PINs may be tried before there is a pause. Pure. */
export function triesLeft({ count }: WrongTries): number {
  return Math.max(0, FREE_TRIES - count);
}

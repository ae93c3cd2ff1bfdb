/** What the guest tells over its first serial line, one JSON object a line. */
export type GuestMessage =
  | { readonly kind: "plan"; readonly checks: readonly string[] }
  | {
      readonly kind: "check";
      readonly name: string;
      readonly isOk: boolean;
      /** What was measured, or what went wrong. */
      readonly detail: string;
    }
  | { readonly kind: "done" };

const MARK = "HIL ";

/** Writes a message as a line, without its end. Pure. */
export function formatGuestMessage(message: GuestMessage): string {
  return `${MARK}${JSON.stringify(message)}`;
}

/**
 * Reads a line of the guest. Pure.
 *
 * @returns `null` for a line that is no message (a warning of Node, a stack)
 * @throws when a marked line cannot be read: guest and host are one program
 */
export function parseGuestLine(line: string): GuestMessage | null {
  const text = line.trimEnd();
  return text.startsWith(MARK) ? (JSON.parse(text.slice(MARK.length)) as GuestMessage) : null;
}

export interface Verdict {
  readonly proved: number;
  /** A line a fault: failed checks, and those that were planned and never came. */
  readonly faults: readonly string[];
}

/**
 * Judges what a guest told. Silence is a fault: a guest that died proves nothing. Pure.
 *
 * @param messages in the order they came
 */
export function judgeGuest(messages: readonly GuestMessage[]): Verdict {
  const planned = messages.flatMap((message) => (message.kind === "plan" ? message.checks : []));
  const checks = messages.filter((message) => message.kind === "check");
  const told = new Set(checks.map((check) => check.name));
  const faults = checks.filter((check) => !check.isOk).map((check) => `failed: ${check.name}`);
  for (const name of planned.filter((each) => !told.has(each))) faults.push(`not run: ${name}`);
  if (planned.length === 0) faults.push("the guest never began");
  else if (!messages.some((message) => message.kind === "done"))
    faults.push("the guest did not come to its end");
  return { proved: checks.filter((check) => check.isOk).length, faults };
}

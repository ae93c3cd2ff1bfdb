/** Says why something failed, in words for a log. `node-hid` raises strings, others errors. */
export function reasonOf(cause: unknown): string {
  if (typeof cause === "string") return cause;
  return cause instanceof Error ? cause.message : "unknown reason";
}

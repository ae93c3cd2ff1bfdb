/**
 * Waits for a promise, but not for ever.
 *
 * @returns `"late"` when `timeoutMs` passed first; rejects when the promise does so in time, and
 *   what it does afterwards is nobody's
 */
export async function withinMs<T>(promise: Promise<T>, timeoutMs: number): Promise<T | "late"> {
  const late = Promise.withResolvers<"late">();
  const timer = setTimeout(late.resolve, timeoutMs, "late" as const);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

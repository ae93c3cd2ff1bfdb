import type { LogFields, Logger } from "@luot/kit";

/**
 * A log of one JSON line each, for the app that started this process to take into its own. Of an
 * error only what names it goes in: its words may hold what was scanned.
 *
 * @param write takes a line with its end
 */
export function createDeviceLog(write: (line: string) => void): Logger {
  const put = (level: string, message: string, fields: LogFields = {}): void => {
    const line = { at: new Date().toISOString(), level, message, ...plain(fields) };
    write(`${JSON.stringify(line)}\n`);
  };
  return {
    debug: () => undefined,
    info: (message, fields) => put("info", message, fields),
    warn: (message, fields) => put("warn", message, fields),
    error: (message, fields) => put("error", message, fields),
  };
}

function plain(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, isError(value) ? named(value) : value]),
  );
}

function isError(value: unknown): value is Error & { readonly code?: unknown } {
  return value instanceof Error;
}

/** Name, code and place of an error, e.g. `StoreError locked at openKioskBook (…)`. */
function named({ name, code, stack }: Error & { readonly code?: unknown }): string {
  const place = stack?.split("\n").find((line) => /^\s+at /u.test(line));
  return [name, typeof code === "string" ? code : null, place?.trim() ?? null]
    .filter((word) => word !== null)
    .join(" ");
}

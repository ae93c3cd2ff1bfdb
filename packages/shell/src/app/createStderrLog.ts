import type { LogFields, Logger } from "@luot/kit";

/** A logger that writes one JSON line each to the error output, where a supervisor collects them. */
export function createStderrLog(app: string): Logger {
  const write = (level: string, message: string, fields: LogFields = {}): void => {
    const line = { at: new Date().toISOString(), level, app, message, ...plain(fields) };
    process.stderr.write(`${JSON.stringify(line)}\n`);
  };
  return {
    debug: () => undefined,
    info: (message, fields) => write("info", message, fields),
    warn: (message, fields) => write("warn", message, fields),
    error: (message, fields) => write("error", message, fields),
  };
}

/** Errors say nothing in JSON unless their words are taken out. */
function plain(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Error ? value.message : value,
    ]),
  );
}

import type { LogFields, Logger } from "@luot/kit";
import { RotatingFile } from "./RotatingFile.ts";
import { scrubFields, scrubText } from "./scrub.ts";

const MAX_BYTES = 1_000_000;
const MAX_FILES = 5;

/** Where lines of a log go. */
export interface LogSinks {
  /** The app, e.g. `luot-kiosk`. */
  readonly app: string;
  /** Path of the log file; beside it come the older ones, `.1` to `.4`, 1 MB each. */
  readonly path: string;
  /** Told each line as well, e.g. the error output for a supervisor. */
  readonly echo: (line: string) => void;
}

/**
 * A logger that writes one JSON line each into a file of bounded size, without what could be about
 * a person. A disk that is full or missing costs the lines, never the app.
 */
export function createFileLog({ app, path, echo }: LogSinks): Logger {
  let file: RotatingFile | null = null;
  let isComplained = false;
  const write = (level: string, message: string, fields: LogFields = {}): void => {
    const at = new Date().toISOString();
    const what = { at, level, app, message: scrubText(message), ...scrubFields(fields) };
    const line = JSON.stringify(what);
    echo(line);
    try {
      file ??= new RotatingFile({ path, maxBytes: MAX_BYTES, maxFiles: MAX_FILES });
      file.add(line);
      isComplained = false;
    } catch (cause) {
      // Said where a supervisor hears it, once for each time it breaks.
      if (!isComplained) echo(JSON.stringify({ at, level: "error", app, ...complaint(cause) }));
      isComplained = true;
    }
  };
  return {
    debug: () => undefined,
    info: (message, fields) => write("info", message, fields),
    warn: (message, fields) => write("warn", message, fields),
    error: (message, fields) => write("error", message, fields),
  };
}

function complaint(cause: unknown): LogFields {
  return { message: "the log file can't be written", ...scrubFields({ cause }) };
}

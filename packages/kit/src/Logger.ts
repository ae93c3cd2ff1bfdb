/** Values a log line may carry. Personal data has no place in it. */
export type LogFields = Readonly<Record<string, unknown>>;

/** The logger every room is handed; nobody reaches for a global one. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** A logger that keeps nothing, for callers who do not care. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

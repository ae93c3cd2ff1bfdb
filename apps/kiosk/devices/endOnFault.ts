import type { Logger } from "@luot/kit";

/**
 * Ends this process after a fault that nobody caught: what it knows may be wrong now, and the app
 * starts another, which goes on from the book.
 */
export function endOnFault(log: Logger): void {
  const end = (cause: unknown): void => {
    log.error("the process of the devices ends after a fault", { cause });
    process.exit(1);
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
  // The app is gone, and with it the end of the pipe that the log goes to.
  process.stderr.on("error", () => process.exit(1));
}

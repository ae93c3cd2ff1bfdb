import type { Logger } from "@luot/kit";
import type { WebContents } from "electron";

/** As numbered by Electron up to 34, whose event had its parts as arguments. */
const OLD_ERROR_LEVEL = 3;

/** Notes the errors that a page says, and that of its preload script. */
export function logPage(contents: WebContents, log: Logger): void {
  const note = (text: unknown, source: unknown, line: unknown): void =>
    log.error("a page said an error", { text: String(text), source: String(source), line });
  contents.on("console-message", (details: unknown, ...old: readonly unknown[]) => {
    const { level, message, sourceId, lineNumber } = details as Record<string, unknown>;
    if (level === "error") note(message, sourceId, lineNumber);
    else if (level === undefined && old[0] === OLD_ERROR_LEVEL) note(old[1], old[3], old[2]);
  });
  contents.on("preload-error", (_event, _path, cause) =>
    log.error("the bridge of a page is broken", { cause }),
  );
}

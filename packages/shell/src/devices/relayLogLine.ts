import type { Logger } from "@luot/kit";
import { z } from "zod";
import { jsonOrNull } from "../settings/jsonOrNull.ts";

const MAX_LINE_CHARS = 2_000;

const LineSchema = z.looseObject({
  level: z.enum(["debug", "info", "warn", "error"]),
  message: z.string(),
});

/**
 * Brings a line of the devices' error output into the app's own log: as what it says it is, when it
 * is a line of a log, else as a warning (a runtime's last words).
 */
export function relayLogLine(line: string, log: Logger): void {
  if (line.trim() === "") return;
  const parsed = LineSchema.safeParse(jsonOrNull(line));
  if (!parsed.success)
    return log.warn("the process of the devices said", { line: line.slice(0, MAX_LINE_CHARS) });
  const { level, message, at: _at, app: _app, ...fields } = parsed.data;
  log[level](message, { ...fields, from: "devices" });
}

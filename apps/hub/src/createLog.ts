import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { LogFields, Logger } from "@luot/kit";
import { destination, type Logger as PinoLogger, multistream, pino } from "pino";

/**
 * The hub's log: JSON lines in `logs/hub.log` of the data folder, warnings also on the terminal.
 * Nobody's name, phone or dossier goes in; fields are ids, codes and numbers.
 */
export function createLog(dataFolder: string): Logger {
  const folder = join(dataFolder, "logs");
  mkdirSync(folder, { recursive: true });
  const streams = multistream([
    { level: "info", stream: destination({ dest: join(folder, "hub.log"), sync: true }) },
    { level: "warn", stream: destination({ dest: 2, sync: true }) },
  ]);
  return asLogger(pino({ level: "info", base: null }, streams));
}

function asLogger(log: PinoLogger): Logger {
  const at =
    (level: "debug" | "info" | "warn" | "error") =>
    (message: string, fields: LogFields = {}): void => {
      const { cause, ...rest } = fields;
      // pino prints the stack of an error only under this key.
      log[level](cause === undefined ? rest : { ...rest, err: cause }, message);
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

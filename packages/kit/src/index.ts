export { assertNever } from "./assertNever.ts";
export type { Clock } from "./Clock.ts";
export { invariant } from "./invariant.ts";
export { type LogFields, type Logger, silentLogger } from "./Logger.ts";
export { err, ok, type Result } from "./result.ts";
export { isUuidv7, uuidv7 } from "./uuidv7.ts";

import type { z } from "zod";
import type { ErrorCode } from "./errorCodes.ts";

/** A command of the wire: what it carries, what it answers, how it may be refused. */
export interface CommandDefinition<T extends string, P extends z.ZodType, D extends z.ZodType> {
  readonly type: T;
  /** Strict, because it comes from outside: a typo in a client fails loudly. */
  readonly payload: P;
  /** Plain, because it goes out: older clients ignore fields they do not know. */
  readonly data: D;
  /** Refusals besides those any command can meet. */
  readonly refusals: readonly ErrorCode[];
}

/** Defines a command of the wire. */
export function defineCommand<const T extends string, P extends z.ZodType, D extends z.ZodType>(
  definition: CommandDefinition<T, P, D>,
): CommandDefinition<T, P, D> {
  return definition;
}

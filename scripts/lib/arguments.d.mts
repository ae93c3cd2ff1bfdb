import type { ParseArgsConfig } from "node:util";

export type ParsedArguments =
  | {
      readonly ok: true;
      readonly values: Readonly<Record<string, unknown>>;
      readonly rest: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

export function parseArguments(
  args: readonly string[],
  options: ParseArgsConfig["options"],
): ParsedArguments;

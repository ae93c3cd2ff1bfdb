import util from "node:util";

/**
 * Reads command-line options; an unknown one is refused, never ignored. Pure.
 *
 * @param {readonly string[]} args without the program and the script
 * @param {import("node:util").ParseArgsConfig["options"]} options as of util.parseArgs
 * @returns {{ ok: true, values: Record<string, any>, rest: string[] } |
 *   { ok: false, message: string }} `rest` is what follows a lone `--`
 */
export function parseArguments(args, options) {
  const end = args.indexOf("--");
  const own = end === -1 ? args : args.slice(0, end);
  const rest = end === -1 ? [] : args.slice(end + 1);
  try {
    const { values } = util.parseArgs({ args: [...own], options, strict: true });
    return { ok: true, values, rest };
  } catch (error) {
    // The codes of a user's slips; anything else is a bug of ours.
    if (!String(error.code).startsWith("ERR_PARSE_ARGS_")) throw error;
    return { ok: false, message: error.message.split(". ")[0] };
  }
}

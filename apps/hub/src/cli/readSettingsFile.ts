import { readFileSync, statSync } from "node:fs";
import { SettingsSchema } from "@luot/contract";
import type { CentreSettings } from "@luot/domain";
import { err, ok, type Result } from "@luot/kit";
import {
  findNodeAtLocation,
  type Node,
  parseTree,
  printParseErrorCode,
  type ParseError,
} from "jsonc-parser";

/** A fault in a settings file, where a person finds it. */
export interface SettingsFault {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** e.g. `counters[3].tiers[0][1]`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

const MAX_BYTES = 8 * 1024 * 1024;

/** Reads and checks a settings document; every fault names its path and its line. */
export function readSettingsFile(file: string): Result<CentreSettings, readonly SettingsFault[]> {
  let text: string;
  try {
    if (statSync(file).size > MAX_BYTES) return err([whole("the file is larger than 8 MiB")]);
    text = readFileSync(file, "utf8");
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return err([whole(`the file can't be read: ${why}`)]);
  }
  return checkSettings(text);
}

/** Checks the text of a settings document. */
export function checkSettings(text: string): Result<CentreSettings, readonly SettingsFault[]> {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first !== undefined || tree === undefined) {
    const why = first === undefined ? "the file is empty" : printParseErrorCode(first.error);
    return err([
      { ...positionOf(text, first?.offset ?? 0), path: "", message: `not JSON: ${why}` },
    ]);
  }
  const parsed = SettingsSchema.safeParse(JSON.parse(text));
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map(({ path, message }) => {
      const steps = path.map((step) => (typeof step === "number" ? step : String(step)));
      return { ...positionOf(text, nearest(tree, steps).offset), path: pathText(steps), message };
    }),
  );
}

/** The node at a path, or the deepest one on the way to it, when a field is missing. */
function nearest(tree: Node, steps: readonly (string | number)[]): Node {
  for (let length = steps.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, steps.slice(0, length));
    if (node !== undefined) return node;
  }
  return tree;
}

function pathText(steps: readonly (string | number)[]): string {
  return steps
    .map((step, i) => (typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join("");
}

function positionOf(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}

function whole(message: string): SettingsFault {
  return { line: 1, column: 1, path: "", message };
}

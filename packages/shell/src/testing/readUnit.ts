import { readFileSync } from "node:fs";

/** What a unit of systemd says, by section and name; a name may stand there more than once. */
export type Unit = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * Reads a unit file: sections, assignments, comments. Continued lines and quotes, which ours don't
 * have, are not understood.
 *
 * @throws at a line that is none of these
 */
export function readUnit(path: string): Unit {
  const unit: Record<string, Record<string, string[]>> = {};
  let section = "";
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.trim() === "" || /^[#;]/u.test(line)) continue;
    const head = /^\[([A-Za-z]+)\]$/u.exec(line)?.[1];
    if (head !== undefined) {
      section = head;
      unit[section] ??= {};
      continue;
    }
    const [, name, value] = /^([A-Za-z]+)=(.*)$/u.exec(line) ?? [];
    const into = unit[section];
    if (name === undefined || value === undefined || into === undefined)
      throw new Error(`${path}: not understood: ${line}`);
    (into[name] ??= []).push(value);
  }
  return unit;
}

import { readFile } from "node:fs/promises";

const RULES = new URL("../../udev/70-luot-scanner.rules", import.meta.url);

/** Prints the udev rules, to be put in `/etc/udev/rules.d`. @returns the exit code 0 */
export async function udevRulesCommand(): Promise<number> {
  process.stdout.write(await readFile(RULES, "utf8"));
  return 0;
}

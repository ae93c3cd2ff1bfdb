import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** The version in the hub's package. */
export function versionOfHub(): string {
  const text = readFileSync(resolve(import.meta.dirname, "../../package.json"), "utf8");
  const { version } = JSON.parse(text) as { readonly version: string };
  return version;
}

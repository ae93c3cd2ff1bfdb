import { existsSync } from "node:fs";
import { join } from "node:path";

/** Whether a hub ever kept something there; says so when not. A mistyped folder is no whole journal. */
export function isDataFolder(data: string): boolean {
  const isOne = existsSync(join(data, "hub.db"));
  if (!isOne) console.error(`There is no data of a hub in ${data}. Name its folder with --data.`);
  return isOne;
}

import { silentLogger } from "@luot/kit";
import { join } from "node:path";
import { PinBook } from "../admin/PinBook.ts";

/** The PIN of the apps that tests start. */
export const TEST_PIN = "482915";

/** Gives an app a PIN before its first start, so that it asks for none. @param userData its folder */
export function keepTestPin(userData: string): void {
  const path = join(userData, "admin.json");
  // Cheap, for what a try costs a machine is not what these tests are about.
  const cost = { n: 1_024, r: 8, p: 1 };
  const kept = new PinBook({ path, cost, now: Date.now, log: silentLogger }).keep(TEST_PIN);
  if (!kept.ok) throw new Error(`the PIN was not kept: ${kept.code}`);
}

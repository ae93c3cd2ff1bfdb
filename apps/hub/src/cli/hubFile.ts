import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const HubFileSchema = z.object({ port: z.int().positive(), pid: z.int().positive() });

/** Says in the data folder where the running hub listens, for the command line beside it. */
export function writeHubFile(dataFolder: string, port: number): void {
  writeFileSync(fileOf(dataFolder), JSON.stringify({ port, pid: process.pid }));
}

/** Takes that word back. */
export function removeHubFile(dataFolder: string): void {
  rmSync(fileOf(dataFolder), { force: true });
}

/** Where the hub of a data folder listens, or `null` when none said so. */
export function readHubFile(dataFolder: string): { readonly port: number } | null {
  try {
    return HubFileSchema.parse(JSON.parse(readFileSync(fileOf(dataFolder), "utf8")));
  } catch {
    // Missing or half-written: both mean that no hub can be spoken to.
    return null;
  }
}

function fileOf(dataFolder: string): string {
  return join(dataFolder, "hub.json");
}

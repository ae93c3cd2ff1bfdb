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

/** Where the hub of a data folder listens, or `null` when none runs. */
export function readHubFile(dataFolder: string): { readonly port: number } | null {
  try {
    const file = HubFileSchema.parse(JSON.parse(readFileSync(fileOf(dataFolder), "utf8")));
    // A killed hub leaves its file, and by now another folder's hub may listen on that port.
    return isRunning(file.pid) ? file : null;
  } catch {
    // Missing or half-written: both mean that no hub can be spoken to.
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    // It runs under another account, so it may not be asked.
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
}

function fileOf(dataFolder: string): string {
  return join(dataFolder, "hub.json");
}

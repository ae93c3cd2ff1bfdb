import type { SpawnOptions } from "node:child_process";

export function runShown(
  file: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<number>;
export function runCaptured(
  file: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<{ readonly code: number; readonly output: string }>;

import { inspect } from "node:util";
import type { GuestMessage } from "../report.ts";

/** One thing to prove. */
export interface Check {
  readonly name: string;
  /** Ends with what was measured; rejects with what was wrong. */
  readonly run: () => Promise<string>;
}

/** No check takes so long, emulated or not: what does, hangs. */
const CHECK_LIMIT_MS = 40_000;
/** A difference of two long texts would bury the other lines. */
const MAX_DETAIL_CHARACTERS = 400;

/**
 * Runs checks one after the other, also after one that failed, and tells each outcome.
 *
 * @param tell where messages go
 */
export async function runChecks(
  checks: readonly Check[],
  tell: (message: GuestMessage) => void,
): Promise<void> {
  tell({ kind: "plan", checks: checks.map(({ name }) => name) });
  for (const { name, run } of checks) {
    try {
      tell({ kind: "check", name, isOk: true, detail: await inTime(run) });
    } catch (cause) {
      const text = cause instanceof Error ? cause.message : inspect(cause);
      const line = text.trim().replace(/\s+/g, " ");
      tell({ kind: "check", name, isOk: false, detail: line.slice(0, MAX_DETAIL_CHARACTERS) });
    }
  }
  tell({ kind: "done" });
}

async function inTime(run: () => Promise<string>): Promise<string> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`not done within ${CHECK_LIMIT_MS / 1000} s`)),
    CHECK_LIMIT_MS,
  );
  try {
    return await Promise.race([run(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until something is so, looking often. @throws after `limitMs`, naming what did not come */
export async function until(what: string, limitMs: number, isSo: () => boolean): Promise<number> {
  const startedAtMs = performance.now();
  while (!isSo()) {
    if (performance.now() - startedAtMs > limitMs)
      throw new Error(`waited ${limitMs} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return Math.round(performance.now() - startedAtMs);
}

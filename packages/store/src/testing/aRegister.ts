import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import type { DossierRegister } from "../register/DossierRegister.ts";
import { openRegister } from "../register/openRegister.ts";
import type { ApplyReport, RegisterRow } from "../register/RegisterBatch.ts";
import type { RegisterRules } from "../register/RegisterRules.ts";
import { TEST_RULES } from "./registerRecords.ts";

/** A register of one test, closed with it. */
export interface TestRegister {
  readonly register: DossierRegister;
  readonly run: number;
  readonly take: (rows: readonly RegisterRow[], at?: number) => ApplyReport;
}

/** The time of the registers of tests, epoch ms. */
export const REGISTER_NOW = Date.UTC(2026, 10, 24, 2);

/** Opens one with a run under way. */
export function aRegister({
  folder = ":memory:",
  key = randomBytes(32),
  rules = TEST_RULES,
}: {
  readonly folder?: string;
  readonly key?: Buffer;
  readonly rules?: RegisterRules;
}): TestRegister {
  const register = openRegister(folder, { key, rules, now: REGISTER_NOW });
  onTestFinished(() => register.close());
  const start = { source: "one-stop", name: "a.csv", fingerprint: null, at: REGISTER_NOW };
  const run = register.beginRun(start);
  return {
    register,
    run,
    take(rows, at = REGISTER_NOW) {
      const taken = register.apply({ source: "one-stop", run, at, rows });
      if (!taken.ok) throw new Error("not accepted");
      return taken.value;
    },
  };
}

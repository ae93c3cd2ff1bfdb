import type { DossierAdmin, DossierRun } from "@luot/contract";
import { T0 } from "./aLauncher.ts";

/** A run of ten rows, one of them refused. */
export function aRun(overrides: Partial<DossierRun>): DossierRun {
  return {
    id: 7,
    source: "files",
    name: "ho-so.csv",
    startedAt: T0,
    endedAt: T0,
    outcome: "done",
    reason: null,
    counts: { added: 1_200, changed: 0, same: 0, older: 0, expired: 0, refused: 1 },
    ...overrides,
  };
}

/** A register with files and a server that sends. */
export function aDossierAdmin(overrides: Partial<DossierAdmin>): DossierAdmin {
  const shared = { isOn: true, mapping: "auto" } as const;
  const none = { asOf: null, lastOkAt: null, hasSecret: false, lastRun: null };
  return {
    count: 1_200,
    asOf: T0,
    isStale: false,
    progress: null,
    inFolder: "data/dossiers/in",
    hasPushKey: false,
    sources: [
      {
        ...none,
        source: { id: "files", name: "Tệp hồ sơ", kind: "file", ...shared },
        asOf: T0,
        lastRun: aRun({}),
      },
      { ...none, source: { id: "mot-cua", name: "Một cửa", kind: "push", ...shared } },
    ],
    runs: [aRun({}), aRun({ id: 8, outcome: "failed", reason: "log_in_refused" })],
    mappings: [],
    ...overrides,
  };
}

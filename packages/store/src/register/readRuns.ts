import type Database from "better-sqlite3";
import type { RegisterReader } from "./DossierRegister.ts";
import type { ImportRun, Refusal, RunOutcome, SourceState } from "./RegisterBatch.ts";
import type { Seal } from "./Seal.ts";

interface SourceRow {
  readonly id: string;
  readonly document: string;
  readonly is_on: number;
  readonly cursor: string | null;
  readonly etag: string | null;
  readonly last_ok_at: number | null;
  readonly as_of: number | null;
  readonly has_secret: number;
}

interface RunRow {
  readonly id: number;
  readonly source: string;
  readonly name: string;
  readonly fingerprint: string | null;
  readonly started_at: number;
  readonly ended_at: number | null;
  readonly outcome: RunOutcome | null;
  readonly reason: string | null;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly older: number;
  readonly expired: number;
  readonly refused: number;
}

type Reads =
  | "asOf"
  | "asOfSource"
  | "sources"
  | "source"
  | "secretOf"
  | "runs"
  | "run"
  | "runDone"
  | "newestDone"
  | "refusalsOf";

const SOURCE = `SELECT id, document, is_on, cursor, etag, last_ok_at, as_of,
  secret IS NOT NULL AS has_secret FROM sources`;

/** What is asked of sources, and of what was read from them. */
export function readRuns(db: Database.Database, seal: Seal): Pick<RegisterReader, Reads> {
  return { ...readSources(db, seal), ...readHistoryOfRuns(db) };
}

function readSources(db: Database.Database, seal: Seal) {
  const asOf = db
    .prepare<[], number | null>("SELECT min(as_of) FROM sources WHERE is_on = 1")
    .pluck();
  const asOfSource = db
    .prepare<[string], number | null>("SELECT as_of FROM sources WHERE id = ?")
    .pluck();
  const sources = db.prepare<[], SourceRow>(`${SOURCE} ORDER BY id`);
  const source = db.prepare<[string], SourceRow>(`${SOURCE} WHERE id = ?`);
  const secret = db
    .prepare<[string], Buffer | null>("SELECT secret FROM sources WHERE id = ?")
    .pluck();
  return {
    asOf: () => asOf.get() ?? null,
    asOfSource: (id: string) => asOfSource.get(id) ?? null,
    sources: () => sources.all().map(sourceOf),
    source(id: string) {
      const row = source.get(id);
      return row === undefined ? null : sourceOf(row);
    },
    secretOf(id: string) {
      const sealed = secret.get(id) ?? null;
      return sealed === null ? null : seal.open(ownerOfSecret(id), sealed);
    },
  };
}

/** What a source's secret is sealed to. */
export function ownerOfSecret(id: string): string {
  return `source ${id}`;
}

function sourceOf(row: SourceRow): SourceState {
  return {
    id: row.id,
    document: row.document,
    isOn: row.is_on === 1,
    cursor: row.cursor,
    etag: row.etag,
    lastOkAt: row.last_ok_at,
    asOf: row.as_of,
    hasSecret: row.has_secret === 1,
  };
}

function readHistoryOfRuns(db: Database.Database) {
  const runs = db.prepare<[number], RunRow>("SELECT * FROM runs ORDER BY id DESC LIMIT ?");
  const run = db.prepare<[number], RunRow>("SELECT * FROM runs WHERE id = ?");
  const done = db.prepare<[string, string], RunRow>(
    `SELECT * FROM runs WHERE source = ? AND fingerprint = ? AND outcome = 'done'
     ORDER BY id DESC LIMIT 1`,
  );
  const newest = db.prepare<[string], RunRow>(
    `SELECT * FROM runs
     WHERE id = (SELECT max(id) FROM runs WHERE source = ? AND outcome = 'done')`,
  );
  const refusals = db.prepare<[number], Refusal>(
    "SELECT row, field, reason FROM refusals WHERE run = ? ORDER BY n",
  );
  const orNone = (row: RunRow | undefined): ImportRun | null =>
    row === undefined ? null : runOf(row);
  return {
    runs: (limit: number) => runs.all(limit).map(runOf),
    run: (id: number) => orNone(run.get(id)),
    runDone: (source: string, fingerprint: string) => orNone(done.get(source, fingerprint)),
    newestDone: (source: string) => orNone(newest.get(source)),
    refusalsOf: (id: number) => refusals.all(id),
  };
}

function runOf(row: RunRow): ImportRun {
  const { id, source, name, fingerprint, outcome, reason } = row;
  const { added, changed, same, older, expired, refused } = row;
  return {
    id,
    source,
    name,
    fingerprint,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    outcome,
    reason,
    counts: { added, changed, same, older, expired, refused },
  };
}

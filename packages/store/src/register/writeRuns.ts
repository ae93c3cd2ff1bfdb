import type Database from "better-sqlite3";
import type { DossierRegister } from "./DossierRegister.ts";
import { ownerOfSecret } from "./readRuns.ts";
import type { Refusal, RowCounts, RunEnd, RunStart, SourceChange } from "./RegisterBatch.ts";
import type { Seal } from "./Seal.ts";

/** More of one run help nobody: its file is of another form. */
export const REFUSALS_KEPT = 10_000;

/** Writes what became of rows, within the caller's transaction. */
export interface RunTally {
  readonly count: (run: number, counts: RowCounts) => void;
  readonly refuse: (run: number, refusals: readonly Refusal[]) => void;
}

/** Prepares the statements of {@link RunTally}. */
export function createRunTally(db: Database.Database): RunTally {
  const count = db.prepare(
    `UPDATE runs SET added = added + ?, changed = changed + ?, same = same + ?,
       older = older + ?, expired = expired + ?, refused = refused + ? WHERE id = ?`,
  );
  const last = db
    .prepare<[number], number>("SELECT coalesce(max(n), 0) FROM refusals WHERE run = ?")
    .pluck();
  const refuse = db.prepare(
    "INSERT INTO refusals (run, n, row, field, reason) VALUES (?, ?, ?, ?, ?)",
  );
  return {
    count(run, { added, changed, same, older, expired, refused }) {
      const { changes } = count.run(added, changed, same, older, expired, refused, run);
      if (changes === 0) throw new Error(`there is no run ${run}`);
    },
    refuse(run, refusals) {
      if (refusals.length === 0) return;
      let n = last.get(run) ?? 0;
      for (const { row, field, reason } of refusals.slice(0, REFUSALS_KEPT - n))
        refuse.run(run, ++n, row, field, reason);
    },
  };
}

type RunWrites = "beginRun" | "endRun" | "noteRefusals";

/** Begins and ends runs. */
export function writeRuns(
  db: Database.Database,
  tally: RunTally,
): Pick<DossierRegister, RunWrites> {
  const begin = db.prepare(
    "INSERT INTO runs (source, name, fingerprint, started_at) VALUES (?, ?, ?, ?)",
  );
  const end = db
    .prepare<[number, string, string | null, number], string>(
      `UPDATE runs SET ended_at = ?, outcome = ?, reason = ? WHERE id = ? AND outcome IS NULL
       RETURNING source`,
    )
    .pluck();
  // An older file makes nothing older, and no clock of a source anything fresher than now.
  const refresh = db.prepare(
    `UPDATE sources SET last_ok_at = :at, as_of = min(max(coalesce(as_of, 0), :asOf), :at)
     WHERE id = :source`,
  );
  const ended = db.transaction((run: number, { outcome, reason, at, asOf }: RunEnd) => {
    const source = end.get(at, outcome, reason, run);
    if (source === undefined) throw new Error(`there is no run ${run} under way`);
    if (outcome === "done") refresh.run({ at, asOf: asOf ?? at, source });
  });
  const noted = db.transaction<DossierRegister["noteRefusals"]>((run, { refused, refusals }) => {
    tally.count(run, { ...NO_ROWS, refused });
    tally.refuse(run, refusals);
  });
  return {
    beginRun: ({ source, name, fingerprint, at }: RunStart) =>
      Number(begin.run(source, name, fingerprint, at).lastInsertRowid),
    endRun: (run, how) => ended.immediate(run, how),
    noteRefusals: (run, report) => noted.immediate(run, report),
  };
}

/** No row of any outcome. */
export const NO_ROWS: RowCounts = {
  added: 0,
  changed: 0,
  same: 0,
  older: 0,
  expired: 0,
  refused: 0,
};

/** Ends the runs that a process left when it was killed. */
export function endInterrupted(db: Database.Database, now: number): void {
  db.prepare("UPDATE runs SET ended_at = ?, outcome = 'interrupted' WHERE outcome IS NULL").run(
    now,
  );
}

/** Makes, changes and forgets sources. */
export function writeSources(
  db: Database.Database,
  seal: Seal,
): Pick<DossierRegister, "setSource" | "removeSource"> {
  const make = createSourceMaker(db);
  const set = {
    document: db.prepare("UPDATE sources SET document = ? WHERE id = ?"),
    isOn: db.prepare("UPDATE sources SET is_on = ? WHERE id = ?"),
    cursor: db.prepare("UPDATE sources SET cursor = ? WHERE id = ?"),
    etag: db.prepare("UPDATE sources SET etag = ? WHERE id = ?"),
    secret: db.prepare("UPDATE sources SET secret = ? WHERE id = ?"),
  };
  const remove = db.prepare("DELETE FROM sources WHERE id = ?");
  const changed = db.transaction((id: string, change: SourceChange) => {
    const { document, isOn, cursor, etag, secret } = change;
    make(id);
    if (document !== undefined) set.document.run(document, id);
    if (isOn !== undefined) set.isOn.run(Number(isOn), id);
    if (cursor !== undefined) set.cursor.run(cursor, id);
    if (etag !== undefined) set.etag.run(etag, id);
    if (secret === null) set.secret.run(null, id);
    else if (secret !== undefined) set.secret.run(seal.close(ownerOfSecret(id), secret), id);
  });
  return {
    setSource: (id, change) => changed.immediate(id, change),
    removeSource: (id) => void remove.run(id),
  };
}

/** Makes a source that is not there yet. */
export function createSourceMaker(db: Database.Database): (id: string) => void {
  const make = db.prepare(
    "INSERT INTO sources (id, document, is_on) VALUES (?, '{}', 1) ON CONFLICT DO NOTHING",
  );
  return (id) => void make.run(id);
}

import { randomInt } from "node:crypto";
import type Database from "better-sqlite3";
import {
  agencyOf,
  contentOf,
  type DossierRow,
  firstState,
  HOLDER_STATES,
  recordOf,
  ROW_COLUMNS,
  shownOf,
  valuesOf,
  statedAt,
} from "./dossierRows.ts";
import { holderText } from "./holderRows.ts";
import type { KeptDossier, RegisterRecord, StatusChange } from "./RegisterRecord.ts";
import type { DayCount, RegisterRules } from "./RegisterRules.ts";
import type { Seal } from "./Seal.ts";

/** The ids of 2 million openings of a file fit into the numbers that JavaScript counts exactly. */
const MAX_GAP = 2 ** 32;

/** What the register knows of a code before a row of it is taken. */
export interface KnownRow {
  readonly id: number;
  readonly content: string;
  /** The newest that a source told. */
  readonly version: number | null;
  readonly holder_state: number;
}

/** What a record says, as texts: made once, to be compared and kept. */
export interface Told {
  readonly record: RegisterRecord;
  readonly said: string;
  /** In clear: only to be hashed and sealed. */
  readonly whose: string | null;
  /** Hash of all of it. */
  readonly content: string;
}

/** A record on its way into the tables. */
export interface Entry {
  readonly told: Told;
  readonly version: number | null;
  readonly isHolderErased: boolean;
  readonly source: string;
  /** Epoch ms. */
  readonly at: number;
  /** What it counts from now on. */
  readonly counts: readonly DayCount[];
}

/** A dossier before a change. */
export interface Before {
  readonly row: DossierRow;
  readonly record: KeptDossier["record"];
}

/** Writes dossiers, within the caller's transaction. */
export interface DossierWriter {
  readonly known: (code: string) => KnownRow | undefined;
  readonly tell: (record: RegisterRecord) => Told;
  readonly before: (known: KnownRow) => Before;
  readonly add: (entry: Entry) => void;
  readonly change: (before: Before, entry: Entry) => void;
  /** The source counted its version up, and said nothing new. */
  readonly setVersion: (known: KnownRow, version: number) => void;
}

/** Prepares the statements of {@link DossierWriter}. */
export function createDossierWriter(
  db: Database.Database,
  seal: Seal,
  rules: () => RegisterRules,
): DossierWriter {
  const known = db.prepare<[string], KnownRow>(
    "SELECT id, content, version, holder_state FROM dossiers WHERE code = ?",
  );
  const row = db.prepare<[number], DossierRow>(`SELECT ${ROW_COLUMNS} FROM dossiers WHERE id = ?`);
  const insert = db.prepare(
    `INSERT INTO dossiers (id, code, ${WRITTEN.join(", ")})
     VALUES (?, ?, ${WRITTEN.map(() => "?").join(", ")})`,
  );
  const update = db.prepare(
    `UPDATE dossiers SET ${WRITTEN.map((column) => `${column} = ?`).join(", ")} WHERE id = ?`,
  );
  const setVersion = db.prepare("UPDATE dossiers SET version = ? WHERE id = ?");
  const nextId = createIds(db);
  const noteChange = createHistoryWriter(db);
  return {
    known: (code) => known.get(code),
    tell: (record) => tell(record, seal),
    before({ id }) {
      const found = row.get(id);
      if (found === undefined) throw new Error(`there is no dossier ${id}`);
      return { row: found, record: recordOf(found) };
    },
    add(entry) {
      insert.run(nextId(), entry.told.record.code, ...writtenOf(entry, seal, rules()));
    },
    change(before, entry) {
      noteChange(before, entry);
      update.run(...writtenOf(entry, seal, rules()), before.row.id);
    },
    setVersion: (known, version) => void setVersion.run(version, known.id),
  };
}

/**
 * Ids in ascending order, never one twice. Each opening of the file leaves a gap by chance: an id
 * that was erased, or lost with a copy that was put back, would else stand for another dossier.
 */
function createIds(db: Database.Database): () => number {
  const last = db.prepare<[], number>("SELECT coalesce(max(id), 0) FROM dossiers").pluck();
  let id = (last.get() ?? 0) + randomInt(MAX_GAP);
  return () => ++id;
}

function tell(record: RegisterRecord, seal: Seal): Told {
  const said = JSON.stringify(valuesOf(record));
  const whose = record.holder === null ? null : holderText(record.holder);
  return { record, said, whose, content: seal.contentHash(contentOf(said, whose)) };
}

/** The columns that a change writes, in the order of {@link writtenOf}. */
const WRITTEN = [
  "content",
  "version",
  "holder_state",
  "received_at",
  "open_due_at",
  "agency_code",
  "source",
  "changed_at",
  "updated_at",
  "said",
  "shown",
  "sealed",
] as const;

function writtenOf(entry: Entry, seal: Seal, rules: RegisterRules) {
  const { told, counts, isHolderErased } = entry;
  const { record, whose } = told;
  const { holder } = record;
  const without = isHolderErased ? HOLDER_STATES.erased : HOLDER_STATES.none;
  return [
    told.content,
    entry.version,
    holder === null ? without : HOLDER_STATES.held,
    record.receivedAt,
    openDueOf(record, counts),
    agencyOf(record),
    entry.source,
    entry.at,
    record.updatedAt,
    told.said,
    holder === null ? null : shownOf(holder, rules),
    whose === null ? null : seal.close(record.code, whose),
  ];
}

/** When a dossier is due that is open and counted; `null` for any other. */
export function openDueOf(
  { dueAt, newDueAt }: Pick<RegisterRecord, "dueAt" | "newDueAt">,
  counts: readonly DayCount[],
): number | null {
  return counts.some(({ openDue }) => openDue > 0) ? (newDueAt ?? dueAt) : null;
}

/** Keeps the first state with the first change, and every other as it comes. */
function createHistoryWriter(db: Database.Database) {
  const last = db
    .prepare<[number], number | null>("SELECT max(n) FROM status_history WHERE dossier_id = ?")
    .pluck();
  const insert = db.prepare(
    "INSERT INTO status_history (dossier_id, n, status, at) VALUES (?, ?, ?, ?)",
  );
  const note = (id: number, n: number, { status, at }: StatusChange): void =>
    void insert.run(id, n, status, at);
  return ({ row, record }: Before, { told, at }: Entry): void => {
    let n = last.get(row.id) ?? 0;
    if (n === 0) note(row.id, ++n, firstState(row));
    const { status } = told.record;
    if (status !== record.status) note(row.id, ++n, { status, at: statedAt(told.record, at) });
  };
}

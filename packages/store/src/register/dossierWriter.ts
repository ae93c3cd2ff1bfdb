import type Database from "better-sqlite3";
import {
  contentOf,
  type DossierRow,
  RECORD_COLUMNS,
  recordOf,
  ROW_COLUMNS,
  valuesOf,
} from "./dossierRows.ts";
import { provingDigits, sealHolder } from "./holderRows.ts";
import type { KeptDossier, RegisterHolder, RegisterRecord } from "./RegisterRecord.ts";
import type { DayCount, RegisterRules } from "./RegisterRules.ts";
import { chance, type Seal } from "./Seal.ts";

const REF_BYTES = 16;

/** What the register knows of a code before a row of it is taken. */
export interface KnownRow {
  readonly id: number;
  readonly ref: Buffer;
  readonly content: Buffer;
  readonly status: RegisterRecord["status"];
  /** The newest that a source told. */
  readonly version: number | null;
  readonly holder_erased: number;
}

/** A record on its way into the tables. */
export interface Entry {
  readonly record: RegisterRecord;
  readonly content: Buffer;
  readonly version: number | null;
  readonly isHolderErased: boolean;
  readonly source: string;
  /** Epoch ms. */
  readonly at: number;
  /** What it counts from now on. */
  readonly counts: readonly DayCount[];
}

/** Writes dossiers, within the caller's transaction. */
export interface DossierWriter {
  readonly known: (code: string) => KnownRow | undefined;
  readonly contentHash: (record: RegisterRecord) => Buffer;
  readonly add: (entry: Entry) => void;
  /** @returns the record as it was */
  readonly change: (known: KnownRow, entry: Entry) => KeptDossier["record"];
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
    "SELECT id, ref, content, status, version, holder_erased FROM dossiers WHERE code = ?",
  );
  const row = db.prepare<[number], DossierRow>(`SELECT ${ROW_COLUMNS} FROM dossiers WHERE id = ?`);
  const insert = db.prepare(
    `INSERT INTO dossiers (ref, code, ${WRITTEN.join(", ")})
     VALUES (?, ?, ${WRITTEN.map(() => "?").join(", ")})`,
  );
  const update = db.prepare(
    `UPDATE dossiers SET ${WRITTEN.map((column) => `${column} = ?`).join(", ")} WHERE id = ?`,
  );
  const setVersion = db.prepare("UPDATE dossiers SET version = ? WHERE id = ?");
  const writeHolder = createHolderWriter(db, seal);
  const noteStatus = createStatusWriter(db);
  return {
    known: (code) => known.get(code),
    contentHash: (record) => seal.contentHash(contentOf(valuesOf(record), record.holder)),
    add(entry) {
      const { record, at } = entry;
      const ref = chance(REF_BYTES);
      const { lastInsertRowid } = insert.run(ref, record.code, ...writtenOf(entry, rules()));
      const id = Number(lastInsertRowid);
      noteStatus.first(id, record.status, record.statusAt ?? at);
      if (record.holder !== null) writeHolder(id, ref, record.holder);
    },
    change({ id, ref }, entry) {
      const { record, at } = entry;
      const before = row.get(id);
      if (before === undefined) throw new Error(`there is no dossier ${id}`);
      update.run(...writtenOf(entry, rules()), id);
      if (record.status !== before.status)
        noteStatus.next(id, record.status, record.statusAt ?? at);
      writeHolder(id, ref, record.holder);
      return recordOf(before);
    },
    setVersion: (known, version) => void setVersion.run(version, known.id),
  };
}

/** The columns that a change writes, in the order of {@link writtenOf}. */
const WRITTEN = [
  ...RECORD_COLUMNS,
  "source",
  "changed_at",
  "content",
  "updated_at",
  "version",
  "holder_erased",
  "holder_kind",
  "holder_masked",
  "phone_masked",
  "can_prove",
  "open_due_at",
] as const;

function writtenOf(entry: Entry, rules: RegisterRules) {
  const { record, content, source, at, counts } = entry;
  const { holder } = record;
  const isOpenAndDue = counts.some(({ openDue }) => openDue > 0);
  return [
    ...valuesOf(record),
    source,
    at,
    content,
    record.updatedAt,
    entry.version,
    Number(entry.isHolderErased),
    holder === null ? null : holder.kind,
    ...masksOf(holder, rules),
    holder === null ? 0 : Number(provingDigits(holder).length > 0),
    isOpenAndDue ? (record.newDueAt ?? record.dueAt) : null,
  ];
}

/** The masks of a holder's name and phone. */
export function masksOf(
  holder: RegisterHolder | null,
  { maskName, maskPhone }: RegisterRules,
): readonly [name: string | null, phone: string | null] {
  if (holder === null) return [null, null];
  const { name, kind, phone } = holder;
  return [maskName(name, kind), phone === null ? null : maskPhone(phone)];
}

/** Keeps one holder, sealed; `null` takes it away. */
function createHolderWriter(db: Database.Database, seal: Seal) {
  const put = db.prepare(
    `INSERT INTO holders (dossier_id, sealed) VALUES (?, ?)
     ON CONFLICT (dossier_id) DO UPDATE SET sealed = excluded.sealed`,
  );
  const remove = db.prepare("DELETE FROM holders WHERE dossier_id = ?");
  return (id: number, ref: Buffer, holder: RegisterHolder | null): void => {
    if (holder === null) remove.run(id);
    else put.run(id, sealHolder(seal, ref, holder));
  };
}

function createStatusWriter(db: Database.Database) {
  const first = db.prepare(
    "INSERT INTO status_history (dossier_id, n, status, at) VALUES (?, 1, ?, ?)",
  );
  const next = db.prepare(
    `INSERT INTO status_history (dossier_id, n, status, at)
     VALUES (:id, (SELECT max(n) + 1 FROM status_history WHERE dossier_id = :id), :status, :at)`,
  );
  return {
    first: (id: number, status: RegisterRecord["status"], at: number) =>
      void first.run(id, status, at),
    next: (id: number, status: RegisterRecord["status"], at: number) =>
      void next.run({ id, status, at }),
  };
}

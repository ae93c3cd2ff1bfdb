import { err, ok } from "@luot/kit";
import type Database from "better-sqlite3";
import { BoardChange, createBoardWriter } from "./boardRows.ts";
import type { DossierRegister } from "./DossierRegister.ts";
import { HOLDER_STATES } from "./dossierRows.ts";
import type { DossierWriter, KnownRow } from "./dossierWriter.ts";
import type { ApplyReport, Refusal, RegisterBatch, RowFault, RowOutcome } from "./RegisterBatch.ts";
import type { RegisterRecord } from "./RegisterRecord.ts";
import type { RegisterRules } from "./RegisterRules.ts";
import { NO_ROWS, REFUSALS_KEPT, type RunTally } from "./writeRuns.ts";

/** A version from further ahead is of a clock that is wrong: it would hide all that comes later. */
const AHEAD_MS = 24 * 60 * 60_000;

/** What rows are taken with. */
interface Tools {
  readonly rules: () => RegisterRules;
  readonly writer: DossierWriter;
  readonly tally: RunTally;
  readonly makeSource: (id: string) => void;
}

type Taken = { readonly outcome: RowOutcome; readonly fault?: RowFault };

/** Undoes a batch that was not accepted. */
class NotAccepted extends Error {
  readonly report: ApplyReport;

  constructor(report: ApplyReport) {
    super("the batch was not accepted");
    this.report = report;
  }
}

/** Makes `apply` of a register. */
export function createApply(db: Database.Database, tools: Tools): DossierRegister["apply"] {
  const writeBoard = createBoardWriter(db, "board_days");
  const setCursor = db.prepare("UPDATE sources SET cursor = ? WHERE id = ?");
  const take = db.transaction((batch: RegisterBatch): ApplyReport => {
    const board = new BoardChange();
    const report = takeRows(batch, tools, board);
    if (batch.accept !== undefined && !batch.accept(report)) throw new NotAccepted(report);
    writeBoard(board);
    tools.tally.count(batch.run, report);
    tools.tally.refuse(batch.run, report.refusals);
    tools.makeSource(batch.source);
    if (batch.cursor !== undefined) setCursor.run(batch.cursor, batch.source);
    return report;
  });
  return (batch) => {
    try {
      return ok(take.immediate(batch));
    } catch (cause) {
      if (cause instanceof NotAccepted) return err(cause.report);
      throw cause;
    }
  };
}

function takeRows(batch: RegisterBatch, tools: Tools, board: BoardChange): ApplyReport {
  const counts = { ...NO_ROWS };
  const refusals: Refusal[] = [];
  for (const row of batch.rows) {
    const taken: readonly Taken[] =
      "record" in row
        ? [takeRecord(row.record, batch, tools, board)]
        : row.faults.map((fault) => ({ outcome: "refused", fault }));
    const outcome = taken[0]?.outcome ?? "refused";
    counts[outcome] += 1;
    for (const { fault } of taken)
      if (fault !== undefined && refusals.length < REFUSALS_KEPT)
        refusals.push({ row: row.row, field: fault.field, reason: fault.reason });
    batch.onRow?.(row, outcome);
  }
  return { ...counts, refusals };
}

function takeRecord(
  given: RegisterRecord,
  { source, at }: RegisterBatch,
  { rules, writer }: Tools,
  board: BoardChange,
): Taken {
  const { isPastPurpose, contributionOf } = rules();
  const past = isPastPurpose(given, at);
  if (past === "dossier") return { outcome: "expired" };
  const known = writer.known(given.code);
  // Once erased it stays so, whoever tells it again.
  const isHolderErased = past === "holder" || known?.holder_state === HOLDER_STATES.erased;
  const told = writer.tell(asTold(given, at, isHolderErased));
  const { updatedAt } = told.record;
  const order = orderOf(known?.version ?? null, updatedAt);
  if (known !== undefined && order < 0) return { outcome: "older" };
  if (known?.content === told.content) {
    countUp(known, updatedAt, writer);
    return { outcome: "same" };
  }
  const before = known === undefined ? null : writer.before(known);
  if (before !== null && order === 0 && !follows(before.record, told.record, at, rules()))
    return { outcome: "refused", fault: { field: "status", reason: "status_goes_back" } };
  const counts = contributionOf(told.record);
  // A change without a version is newer than the version it changes.
  const version = updatedAt ?? known?.version ?? null;
  const entry = { told, version, isHolderErased, source, at, counts };
  if (before === null) writer.add(entry);
  else {
    writer.change(before, entry);
    board.add(contributionOf(before.record), -1);
  }
  board.add(counts, 1);
  return { outcome: before === null ? "added" : "changed" };
}

/** A record without what is not to be kept or not to be believed. */
function asTold(record: RegisterRecord, at: number, isHolderErased: boolean): RegisterRecord {
  const isAhead = record.updatedAt !== null && record.updatedAt > at + AHEAD_MS;
  if (!isHolderErased && !isAhead) return record;
  return {
    ...record,
    holder: isHolderErased ? null : record.holder,
    updatedAt: isAhead ? null : record.updatedAt,
  };
}

/** Above 0: newer than what is known. 0: nobody says which is newer. */
function orderOf(known: number | null, given: number | null): number {
  return known === null || given === null ? 0 : given - known;
}

/** Whether the one may come after the other, where no version says so. */
function follows(
  before: Pick<RegisterRecord, "status">,
  { status, statusAt }: RegisterRecord,
  at: number,
  { isStep }: RegisterRules,
): boolean {
  return status === before.status || isStep(before.status, status, statusAt ?? at);
}

function countUp(known: KnownRow, updatedAt: number | null, writer: DossierWriter): void {
  if (updatedAt !== null && (known.version === null || updatedAt > known.version))
    writer.setVersion(known, updatedAt);
}

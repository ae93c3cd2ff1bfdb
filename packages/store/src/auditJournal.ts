import type Database from "better-sqlite3";
import { z } from "zod";
import { chain, NO_HASH } from "./hashChain.ts";

/** Where a journal stood: noted elsewhere, it shows later whether anything up to it was changed. */
export interface JournalHead {
  readonly seq: number;
  readonly hash: string;
}

/** What an audit of the journal found. */
export type Audit =
  | { readonly isWhole: true; readonly events: number; readonly head: string }
  | { readonly isWhole: false; readonly atSeq: number; readonly what: string };

const CommitsSchema = z.array(
  z.object({ first_seq: z.number(), last_seq: z.number(), hash: z.string() }),
);
const RowsSchema = z.array(
  z.object({
    seq: z.number(),
    day: z.string(),
    at: z.number(),
    type: z.string(),
    command_id: z.string(),
    body: z.string(),
  }),
);
const BodySchema = z.object({
  seq: z.number(),
  day: z.string(),
  at: z.number(),
  type: z.string(),
  cause: z.string(),
});
const LastSchema = z.object({ seq: z.number().nullable() });

type Row = z.infer<typeof RowsSchema>[number];
type Commit = z.infer<typeof CommitsSchema>[number];
type Fault = Extract<Audit, { readonly isWhole: false }>;

/**
 * Recomputes the chain of hashes over a whole journal: finds changed, missing and added events.
 *
 * A chain alone can't tell a tail that was cut off with its commits, nor one that was hashed anew;
 * both show against a head that was noted elsewhere.
 *
 * @param noted a head written down earlier, or `null` when there is none
 */
export function auditJournal(db: Database.Database, noted: JournalHead | null): Audit {
  const select = db.prepare(
    "SELECT seq, day, at, type, command_id, body FROM events WHERE seq BETWEEN ? AND ? ORDER BY seq",
  );
  const commits = CommitsSchema.parse(
    db.prepare("SELECT first_seq, last_seq, hash FROM commits ORDER BY last_seq").all(),
  );
  let head: JournalHead = { seq: 0, hash: NO_HASH };
  let isNotedSeen = noted === null || noted.seq === 0;
  for (const commit of commits) {
    const rows = RowsSchema.parse(select.all(commit.first_seq, commit.last_seq));
    const fault = faultIn(commit, rows, head);
    if (fault !== null) return fault;
    head = { seq: commit.last_seq, hash: commit.hash };
    if (noted?.seq !== head.seq) continue;
    if (noted.hash !== head.hash) return broken(1, "what was noted was changed and hashed anew");
    isNotedSeen = true;
  }
  const last = LastSchema.parse(db.prepare("SELECT max(seq) AS seq FROM events").get()).seq ?? 0;
  if (last !== head.seq) return broken(head.seq + 1, "events without a commit");
  if (!isNotedSeen) return broken(head.seq + 1, "the journal ends, or commits, not as noted");
  return { isWhole: true, events: head.seq, head: head.hash };
}

function faultIn(commit: Commit, rows: readonly Row[], before: JournalHead): Fault | null {
  const isGapless =
    commit.first_seq === before.seq + 1 && rows.length === commit.last_seq - before.seq;
  if (!isGapless) return broken(before.seq + 1, "events are missing");
  const hash = chain(
    before.hash,
    rows.map(({ body }) => body),
  );
  if (hash !== commit.hash) return broken(commit.first_seq, "an event was changed");
  const odd = rows.find((row) => !isOfItsBody(row));
  return odd === undefined ? null : broken(odd.seq, "a column says other than its event");
}

function isOfItsBody({ seq, day, at, type, command_id, body }: Row): boolean {
  const event = BodySchema.parse(JSON.parse(body));
  const isPlaced = event.seq === seq && event.day === day && event.at === at;
  return isPlaced && event.type === type && event.cause === command_id;
}

function broken(atSeq: number, what: string): Fault {
  return { isWhole: false, atSeq, what };
}

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { initialState, toSnapshot } from "@luot/domain";
import { type Prepared, prepareData } from "../../apps/hub/src/testing/HubProcess.ts";
import { sharedSettings } from "../../apps/hub/src/testing/startTestHub.ts";
import { COUNTERS } from "./hall.ts";

/** A data folder with years of past days in it. */
export interface History {
  readonly data: string;
  readonly prepared: Prepared;
}

const TICKETS_A_DAY = 5_000;
const EVENTS_A_TICKET = 2;
const CHUNK = 250_000;
const FIRST_DAY = "2020-01-01";
/** Raised when the layout below changes, so that an old cache is not used. */
const RECIPE = 2;

/** The history of `tickets` past tickets: made once in the cache, brought back to its end each time. */
export async function historyOf(
  tickets: number,
  cache: string | undefined,
  say: (line: string) => void,
): Promise<History> {
  const folder = cache ?? join(homedir(), ".cache", "luot-bench");
  const data = join(folder, `history-${tickets}-${RECIPE}`);
  if (!existsSync(data)) {
    const unfinished = `${data}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    const prepared = await prepareData(unfinished, sharedSettings(COUNTERS), {
      kiosks: 1,
      displays: 1,
    });
    writeFileSync(join(unfinished, "prepared.json"), JSON.stringify(prepared));
    fill(join(unfinished, "hub.db"), tickets, say);
    renameSync(unfinished, data);
  }
  rewind(join(data, "hub.db"), tickets);
  const prepared = JSON.parse(readFileSync(join(data, "prepared.json"), "utf8")) as Prepared;
  return { data, prepared };
}

/** An empty folder with the same devices, to compare with. */
export async function emptyHistory(data: string): Promise<History> {
  const prepared = await prepareData(data, sharedSettings(COUNTERS), { kiosks: 1, displays: 1 });
  return { data, prepared };
}

const ID = (salt: number): string =>
  `printf('%08x-%04x-7%03x-8000-%012x', (ms >> 16), (ms & 65535), ${salt}, n)`;
const PLACE = `json_object('status', STATUS, 'serviceId', 'ho-tich', 'class', 'normal', 'line', 'service:ho-tich', 'counterId', COUNTER, 'orderAt', ms)`;
const place = (status: string, counter: string): string =>
  PLACE.replace("STATUS", `'${status}'`).replace("COUNTER", counter);

const SERIES = `
WITH RECURSIVE count(n) AS (SELECT @from UNION ALL SELECT n + 1 FROM count WHERE n < @to),
ticket AS (
  SELECT n, date('${FIRST_DAY}', '+' || (n / ${TICKETS_A_DAY}) || ' days') AS day,
    1577840400000 + (n / ${TICKETS_A_DAY}) * 86400000 + (n % ${TICKETS_A_DAY}) * 5000 AS ms,
    'A' || printf('%04d', n % ${TICKETS_A_DAY} + 1) AS label FROM count)`;

const INSERTS: readonly string[] = [
  `INSERT INTO events (seq, day, at, type, command_id, body) ${SERIES}
   SELECT 2 * n + 1, day, ms, 'ticket-issued', ${ID(1)}, json_object('seq', 2 * n + 1, 'day', day, 'at', ms,
     'type', 'ticket-issued', 'ticketId', ${ID(0)}, 'label', label, 'to', ${place("waiting", "NULL")}) FROM ticket
   UNION ALL
   SELECT 2 * n + 2, day, ms + 600000, 'ticket-finished', ${ID(2)}, json_object('seq', 2 * n + 2, 'day', day,
     'at', ms + 600000, 'type', 'ticket-finished', 'ticketId', ${ID(0)}, 'label', label, 'to', ${place("done", "'q01'")})
   FROM ticket ORDER BY 1`,
  `INSERT INTO commands (id, actor, fingerprint, answer, seq) ${SERIES}
   SELECT ${ID(1)}, 'device:kiosk', 'ticket:issue {"serviceId":"ho-tich"}', '{"ok":true,"data":{},"seq":1}', 2 * n + 1 FROM ticket`,
  `INSERT INTO tickets (id, day, label, service_id, class, status, counter_id, issued_at, called_at, finished_at, outcome) ${SERIES}
   SELECT ${ID(0)}, day, label, 'ho-tich', 'normal', 'done', 'q01', ms, ms + 300000, ms + 600000, 'accepted' FROM ticket`,
  `INSERT INTO calls (seq, day, ticket_id, counter_id, actor, at, rule, waited_ms) ${SERIES}
   SELECT 2 * n + 1, day, ${ID(0)}, 'q01', 'officer:officer-q01', ms + 300000, 'only', 300000 FROM ticket`,
  `INSERT INTO service_intervals (seq, day, ticket_id, service_id, counter_id, actor, ended_at, service_ms, outcome) ${SERIES}
   SELECT 2 * n + 2, day, ${ID(0)}, 'ho-tich', 'q01', 'officer:officer-q01', ms + 600000, 300000, 'accepted' FROM ticket`,
];

function fill(file: string, tickets: number, say: (line: string) => void): void {
  const db = new Database(file);
  // Only while it is made: a history that breaks half-way is thrown away.
  db.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000");
  const startedAt = performance.now();
  for (let from = 0; from < tickets; from += CHUNK) {
    const to = Math.min(from + CHUNK, tickets) - 1;
    db.exec("BEGIN");
    for (const sql of INSERTS) db.prepare(sql).run({ from, to });
    db.exec("COMMIT");
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    say(`  history: ${to + 1} of ${tickets} tickets, ${seconds} s`);
  }
  const seq = lastSeqOf(tickets);
  closeLastDay(db, seq);
  db.prepare("INSERT INTO commits (last_seq, first_seq, hash) VALUES (?, 1, ?)").run(
    seq,
    "0".repeat(64),
  );
  putSnapshot(db, tickets);
  db.exec("PRAGMA journal_mode = WAL");
  db.close();
}

function lastSeqOf(tickets: number): number {
  return tickets * EVENTS_A_TICKET + 1;
}

/** The hub reads the newest fact at start, so this one is whole. */
function closeLastDay(db: Database.Database, seq: number): void {
  const last = db.prepare("SELECT day, at FROM events WHERE seq = ?").get(seq - 1) as {
    day: string;
    at: number;
  };
  const centre = sharedSettings(COUNTERS).centre.id;
  const cause = "00000000-0000-7000-8000-000000000000";
  const event = { seq, centre, ...last, actor: "hub", cause, type: "day-closed" };
  db.prepare(
    "INSERT INTO events (seq, day, at, type, command_id, body) VALUES (?, ?, ?, 'day-closed', ?, ?)",
  ).run(seq, last.day, last.at, cause, JSON.stringify(event));
}

/** The snapshot a hub starts from, so that it need not fold the history. */
function putSnapshot(db: Database.Database, tickets: number): void {
  const seq = lastSeqOf(tickets);
  const first = Date.parse(`${FIRST_DAY}T00:00:00Z`);
  const usedDays = Array.from({ length: Math.ceil(tickets / TICKETS_A_DAY) }, (_, i) =>
    new Date(first + i * 86_400_000).toISOString().slice(0, 10),
  );
  const snapshot = {
    ...toSnapshot(initialState(sharedSettings(COUNTERS))),
    seq,
    day: usedDays.at(-1),
    usedDays,
  };
  db.prepare("INSERT OR REPLACE INTO snapshots (seq, at, body) VALUES (?, 0, ?)").run(
    seq,
    JSON.stringify(snapshot),
  );
}

/** Takes away what earlier measurements added after the history's end. */
function rewind(file: string, tickets: number): void {
  const seq = lastSeqOf(tickets);
  const db = new Database(file);
  const triggers = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all() as { name: string; sql: string }[];
  db.transaction(() => {
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    const day = db.prepare("SELECT min(day) FROM events WHERE seq > ?").pluck().get(seq);
    for (const table of ["events", "commands", "calls", "service_intervals", "snapshots"])
      if (table === "commands")
        db.exec(
          `DELETE FROM commands WHERE id > (SELECT id FROM commands WHERE seq <= ${seq} ORDER BY id DESC LIMIT 1)`,
        );
      else db.prepare(`DELETE FROM ${table} WHERE seq > ?`).run(seq);
    db.prepare("DELETE FROM commits WHERE last_seq > ?").run(seq);
    if (typeof day === "string") db.prepare("DELETE FROM tickets WHERE day >= ?").run(day);
    // A hub keeps its newest snapshots alone, so the one of the history's end may be gone.
    putSnapshot(db, tickets);
    for (const { sql } of triggers) db.exec(sql);
  })();
  db.close();
}

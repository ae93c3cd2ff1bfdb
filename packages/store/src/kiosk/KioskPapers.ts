import type { ErrorCode, OfflineRecord } from "@luot/contract";
import type Database from "better-sqlite3";
import { z } from "zod";
import { type PaperKey, type PaperState, PaperStore } from "../PaperStore.ts";

/** An outcome that the hub has to hear, under an id that it keeps until then. */
export interface Confirmation {
  readonly id: string;
  readonly ticketId: string;
  readonly outcome: "confirmed" | "unknown" | "failed";
}

type Print = Extract<OfflineRecord, { readonly kind: "ticket" }>["print"];

const ConfirmationSchema = z
  .object({
    id: z.string(),
    ticket_id: z.string(),
    outcome: z.enum(["confirmed", "unknown", "failed"]),
  })
  .transform(({ ticket_id: ticketId, ...row }): Confirmation => ({ ...row, ticketId }));
const PapersSchema = z.array(
  z.object({
    copy: z.number(),
    state: z.enum(["queued", "sending", "confirmed", "unknown", "failed"]),
  }),
);
const CopySchema = z.object({ copy: z.number() }).optional();
const SealSchema = z.object({ is_sealed: z.number() }).optional();

/** The papers of the kiosk's own printer, and what the hub has yet to hear of them. */
export class KioskPapers {
  readonly #db: Database.Database;
  readonly #papers: PaperStore;
  readonly #newId: () => string;

  constructor(db: Database.Database, newId: () => string) {
    this.#db = db;
    this.#papers = new PaperStore(db);
    this.#newId = newId;
  }

  /** How a paper stands, or `null` when it was never asked for. */
  stateOf(paper: PaperKey): PaperState | null {
    return this.#papers.stateOf(paper);
  }

  /** Papers without an outcome, the oldest first. */
  unfinished(): readonly PaperKey[] {
    return this.#papers.unfinished();
  }

  /**
   * Sets how a paper stands, and with an outcome what the hub is to hear of it; durable when it
   * returns. @param atMs epoch ms
   */
  set(paper: PaperKey, state: PaperState, atMs: number): void {
    this.#db.transaction(() => this.note(paper, state, atMs)).immediate();
  }

  /** As {@link set}, inside the caller's transaction. */
  note(paper: PaperKey, state: PaperState, atMs: number): void {
    this.#papers.set(paper, state, atMs);
    if (state === "queued" || state === "sending") return;
    // A copy that came out is a paper in the citizen's hand; one that did not changes nothing.
    if (paper.copy > 0 && state !== "confirmed") return;
    if (this.#goesWithItsRecord(paper.ticketId)) return;
    this.owe(paper.ticketId, state);
  }

  /** Notes an outcome that the hub has to hear. Inside the caller's transaction. */
  owe(ticketId: string, outcome: Confirmation["outcome"]): void {
    this.#db
      .prepare("INSERT INTO confirmations (id, ticket_id, outcome, is_told) VALUES (?, ?, ?, 0)")
      .run(this.#newId(), ticketId, outcome);
  }

  /** A number of the kiosk's own takes its paper's outcome along, until its record was sent. */
  #goesWithItsRecord(ticketId: string): boolean {
    const row = this.#db.prepare("SELECT is_sealed FROM outbox WHERE ticket_id = ?").get(ticketId);
    return SealSchema.parse(row)?.is_sealed === 0;
  }

  /**
   * Asks for another paper of a ticket. Asked twice under one id, it is one copy.
   *
   * @returns which copy it is, from 1
   */
  addCopy(ticketId: string, askedBy: string, atMs: number): number {
    return this.#db
      .transaction(() => {
        const known = this.#db.prepare("SELECT copy FROM papers WHERE asked_by = ?").get(askedBy);
        const asked = CopySchema.parse(known);
        if (asked !== undefined) return asked.copy;
        const row = this.#db
          .prepare("SELECT coalesce(max(copy), 0) + 1 AS copy FROM papers WHERE ticket_id = ?")
          .get(ticketId);
        const copy = CopySchema.parse(row)?.copy ?? 1;
        this.#db
          .prepare(
            `INSERT INTO papers (ticket_id, copy, state, asked_by, updated_at)
             VALUES (?, ?, 'queued', ?, ?)`,
          )
          .run(ticketId, copy, askedBy, atMs);
        return copy;
      })
      .immediate();
  }

  /** What the hub is told of a ticket's papers together. */
  printOf(ticketId: string): Print {
    const papers = PapersSchema.parse(
      this.#db.prepare("SELECT copy, state FROM papers WHERE ticket_id = ?").all(ticketId),
    );
    if (papers.some(({ state }) => state === "confirmed")) return "confirmed";
    const first = papers.find(({ copy }) => copy === 0);
    if (first === undefined) return "none";
    return first.state === "unknown" || first.state === "failed" ? first.state : "pending";
  }

  /** The first outcomes that the hub has not heard, in order. */
  untold(limit: number): readonly Confirmation[] {
    const rows = this.#db
      .prepare(
        `SELECT id, ticket_id, outcome FROM confirmations WHERE is_told = 0
         ORDER BY position LIMIT ?`,
      )
      .all(limit);
    return z.array(ConfirmationSchema).parse(rows);
  }

  /** The hub heard it. @param code its refusal, or `null`; there is nothing more to tell it */
  told(id: string, code: ErrorCode | null): void {
    this.#db.prepare("UPDATE confirmations SET is_told = 1, code = ? WHERE id = ?").run(code, id);
  }
}

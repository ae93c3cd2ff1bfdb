import type { OfflineRecord, OfflineSeries } from "@luot/contract";
import { err, invariant, ok, type Result } from "@luot/kit";
import type Database from "better-sqlite3";
import { z } from "zod";
import type { KioskPapers } from "./KioskPapers.ts";
import type { Outbox } from "./Outbox.ts";
import type { OwnNumbers } from "./OwnNumbers.ts";
import {
  type IssueAnswer,
  type IssueRefusal,
  readWish,
  type Wish,
  WISH_COLUMNS,
  type WishData,
  type WishPayload,
  type WishState,
} from "./Wish.ts";

/** What the wishes write besides themselves, in the same transaction. */
export interface WishParts {
  readonly db: Database.Database;
  readonly numbers: OwnNumbers;
  readonly outbox: Outbox;
  readonly papers: KioskPapers;
}

/** A number of the kiosk's own, made of the label it got. */
export interface OwnTicket {
  readonly record: Extract<OfflineRecord, { readonly kind: "ticket" }>;
  readonly data: WishData;
}

/** Where a number of the kiosk's own comes from. */
export interface OwnSource {
  readonly series: OfflineSeries;
  /** The service day the number is given on. */
  readonly day: string;
  /** Prefix of the service's series. */
  readonly prefix: string;
  /** Builds record and answer around the label. Called inside the transaction; only computes. */
  readonly make: (label: string) => OwnTicket;
}

/**
 * The wishes for numbers, each with one outcome for ever. Every step is one transaction; a step that
 * comes too late changes nothing and returns the wish as it stands.
 */
export class Wishes {
  readonly #parts: WishParts;

  constructor(parts: WishParts) {
    this.#parts = parts;
  }

  find(id: string): Wish | null {
    const row = this.#parts.db.prepare(`SELECT ${WISH_COLUMNS} FROM wishes WHERE id = ?`).get(id);
    return row === undefined ? null : readWish(row);
  }

  /** The wish that a ticket was given for, by the hub or by this kiosk. */
  ofTicket(ticketId: string): Wish | null {
    const row = this.#parts.db
      .prepare(`SELECT ${WISH_COLUMNS} FROM wishes WHERE ticket_id = ?`)
      .get(ticketId);
    return row === undefined ? null : readWish(row);
  }

  /** Wishes without an outcome, the oldest first. */
  asked(): readonly Wish[] {
    return z
      .array(z.unknown())
      .parse(
        this.#parts.db
          .prepare(`SELECT ${WISH_COLUMNS} FROM wishes WHERE state = 'asked' ORDER BY arrived_at`)
          .all(),
      )
      .map(readWish);
  }

  /**
   * Notes a wish before anything is done about it.
   *
   * @param arrivedAt epoch ms of the hub's clock; a wish that is known keeps its own
   * @returns the wish as it stands, or `id_reused` when the id is that of another wish
   */
  begin(id: string, payload: WishPayload, arrivedAt: number): Result<Wish, "id_reused"> {
    return this.#parts.db
      .transaction((): Result<Wish, "id_reused"> => {
        const known = this.find(id);
        if (known !== null) return isSame(known.payload, payload) ? ok(known) : err("id_reused");
        this.#parts.db
          .prepare("INSERT INTO wishes (id, payload, arrived_at, state) VALUES (?, ?, ?, 'asked')")
          .run(id, JSON.stringify(payload), arrivedAt);
        return ok({ id, payload, arrivedAt, state: "asked", answer: null });
      })
      .immediate();
  }

  /**
   * Takes the hub's number and asks for its paper. Where none is wanted the hub is to hear at once
   * that the citizen has the number: it was asked for one that waits for its paper.
   *
   * @param atMs epoch ms, of the paper
   */
  answered(id: string, data: WishData, atMs: number): Wish {
    return this.#settle(id, (wish) => {
      const { papers } = this.#parts;
      const { ticketId } = data;
      if (wish.payload.print) papers.note({ ticketId, copy: 0 }, "queued", atMs);
      else papers.owe(ticketId, "confirmed");
      return { state: "answered", answer: { ok: true, data } };
    });
  }

  /** Takes the hub's refusal. */
  refused(id: string, answer: IssueRefusal): Wish {
    return this.#settle(id, () => ({ state: "refused", answer }));
  }

  /** Gives a number of the kiosk's own: number, record, paper and outcome at once. */
  supersede(id: string, { series, day, prefix, make }: OwnSource, atMs: number): Wish {
    return this.#settle(id, ({ payload }) => {
      const { numbers, outbox, papers } = this.#parts;
      const { record, data } = make(numbers.take(series, prefix, day));
      outbox.add(record, { wishId: id, day, at: record.arrivedAt });
      if (payload.print) papers.note({ ticketId: record.ticketId, copy: 0 }, "queued", atMs);
      return { state: "superseded", answer: { ok: true, data } };
    });
  }

  /** Gives a wish up: whatever the hub made of it is void. @param recordId fresh, of the record */
  void(id: string, recordId: string, answer: IssueRefusal): Wish {
    return this.#settle(id, ({ arrivedAt }) => {
      const record = { kind: "void", id: recordId, wishId: id } as const;
      this.#parts.outbox.add(record, { wishId: id, day: "", at: arrivedAt });
      return { state: "voided", answer };
    });
  }

  #settle(
    id: string,
    decide: (wish: Wish) => { readonly state: WishState; readonly answer: IssueAnswer },
  ): Wish {
    return this.#parts.db
      .transaction((): Wish => {
        const wish = this.find(id);
        invariant(wish !== null, `wish ${id} was never begun`);
        if (wish.state !== "asked") return wish;
        const { state, answer } = decide(wish);
        this.#parts.db
          .prepare("UPDATE wishes SET state = ?, answer = ?, ticket_id = ? WHERE id = ?")
          .run(state, JSON.stringify(answer), answer.ok ? answer.data.ticketId : null, id);
        return { ...wish, state, answer };
      })
      .immediate();
  }
}

function isSame(one: WishPayload, other: WishPayload): boolean {
  return (
    one.serviceId === other.serviceId &&
    one.class === other.class &&
    one.reason === other.reason &&
    one.language === other.language &&
    one.print === other.print &&
    one.dossierRef === other.dossierRef
  );
}

import type { DossierSource } from "@luot/contract";
import type { Result } from "@luot/kit";
import type { ListClient, PageAnswer } from "./ListClient.ts";
import { ended, nextCursor, type NextPage } from "./nextCursor.ts";
import { pageFacts } from "./pageFacts.ts";
import { newCursor, type PullCursor } from "./PullCursor.ts";
import { plainFault, type PullFault } from "./pullFault.ts";
import { readRows } from "./readRows.ts";
import type { RegisterPort } from "./RegisterPort.ts";
import { sinceStamp } from "./sinceStamp.ts";

/** A source that is fetched. */
export type PulledSource = Extract<DossierSource, { readonly kind: "pull" }>;

/** What a pass is made with. */
export interface PassTools {
  readonly source: PulledSource;
  readonly client: Pick<ListClient, "ask" | "list">;
  readonly register: RegisterPort;
  /** Patterns of other systems' numbers that are codes here too. */
  readonly extraCodes: () => readonly string[];
  /** Epoch ms. */
  readonly now: () => number;
  /** A source's clock may be so far off before it is taken for wrong, ms. */
  readonly clockToleranceMs: number;
}

/** How a pass ended. */
export interface PassEnd {
  /** `null`: the source was read to its end. */
  readonly fault: PullFault | null;
  readonly pages: number;
}

const HOUR_MS = 3_600_000;
/** A million dossiers at a hundred a page; more is a server that goes in circles. */
const MAX_PAGES = 10_000;

/**
 * Reads a source from where it was left to its end. Each page is kept together with the place after
 * it, or not at all: a pass that breaks off, or a program that is killed, goes on there.
 *
 * @param kept where it was left
 * @param lastReason why the pass before failed, if it did: the same trouble makes no further run
 * @throws whatever the register rejects with; pages kept before stay
 */
export async function pullPass(
  tools: PassTools,
  kept: PullCursor,
  lastReason: PullFault["reason"] | null,
): Promise<PassEnd> {
  const pass = new Pass(tools, kept);
  const fault = await pass.readAll();
  if (fault === null || fault.reason !== lastReason || pass.hasRun) await pass.end(fault);
  return { fault, pages: pass.pages };
}

/** One pass while it lasts. */
class Pass {
  readonly #tools: PassTools;
  readonly #startedAt: number;
  #cursor: PullCursor;
  #kept: string;
  #run: number | null = null;
  #row = 1;
  #digest: string | null = null;
  pages = 0;

  constructor(tools: PassTools, kept: PullCursor) {
    this.#tools = tools;
    this.#startedAt = tools.now();
    this.#kept = JSON.stringify(kept);
    this.#cursor = this.#begun(kept);
  }

  get hasRun(): boolean {
    return this.#run !== null;
  }

  /** @returns why it broke off, or `null` at the end of the list */
  async readAll(): Promise<PullFault | null> {
    for (; this.pages < MAX_PAGES; this.pages++) {
      const answer = await this.#ask();
      if (!answer.ok) return answer.error;
      if (this.pages === 0 && this.#minds(answer.value.serverAt)) {
        const again = await this.#ask();
        if (!again.ok) return again.error;
        if (await this.#take(again.value)) return null;
      } else if (await this.#take(answer.value)) return null;
    }
    return plainFault("too_many_pages");
  }

  /** Notes how it ended. A pass that failed keeps what its pages brought. */
  async end(fault: PullFault | null): Promise<void> {
    const run = await this.#running();
    await this.#tools.register.endRun(run, {
      outcome: fault === null ? "done" : "failed",
      reason: fault?.reason ?? null,
      at: this.#tools.now(),
      asOf: fault === null ? this.#startedAt : null,
    });
  }

  /** Where the pass begins: now and then with everything, for what an order by change may miss. */
  #begun(kept: PullCursor): PullCursor {
    const { fullEveryHours } = this.#tools.client.list;
    const fullAt = this.#startedAt;
    if (kept.since === null) return kept.page === 1 ? { ...kept, fullAt } : kept;
    const isOld = kept.fullAt === null || fullAt - kept.fullAt >= fullEveryHours * HOUR_MS;
    if (fullEveryHours === 0 || !isOld) return kept;
    return { ...newCursor(kept.url), fullAt, clockAheadMs: kept.clockAheadMs };
  }

  #ask(): Promise<Result<PageAnswer, PullFault>> {
    const { since, page, etag } = this.#cursor;
    return this.#tools.client.ask({ since, page, etag: page === 1 ? etag : null });
  }

  /**
   * Looks at the source's clock. Stamps written by a clock that was put right since say nothing of
   * what comes after what: then all is read anew.
   *
   * @returns whether the cursor was put back, and the page has to be asked for again
   */
  #minds(serverAt: number | null): boolean {
    const off = serverAt === null ? 0 : serverAt - this.#tools.now();
    const { clockToleranceMs } = this.#tools;
    const clockAheadMs = Math.abs(off) <= clockToleranceMs ? 0 : off;
    const hasJumped = Math.abs(clockAheadMs - this.#cursor.clockAheadMs) > clockToleranceMs;
    const isAtStart = this.#cursor.since === null && this.#cursor.page === 1;
    if (hasJumped && !isAtStart) {
      const { url } = this.#cursor;
      this.#cursor = { ...newCursor(url), fullAt: this.#startedAt, clockAheadMs };
      return true;
    }
    if (hasJumped) this.#cursor = { ...this.#cursor, clockAheadMs };
    return false;
  }

  /** Keeps a page. @returns whether it was the last */
  async #take({ records, etag, serverAt }: PageAnswer): Promise<boolean> {
    if (this.#cursor.page === 1) this.#cursor = this.#pageOne(etag, serverAt);
    const next = records === null ? this.#unchanged() : this.#after(records);
    await this.#keep(records ?? [], next.cursor);
    this.#cursor = next.cursor;
    return next.isLast;
  }

  #after(records: readonly unknown[]): NextPage {
    const { client, source } = this.#tools;
    const facts = pageFacts(records, orderOf(client.list), source.pull.pageSize, this.#digest);
    this.#digest = facts.digest;
    return nextCursor(this.#cursor, facts);
  }

  /** A first page as it was says that nothing changed only where it was the last one, too. */
  #unchanged(): NextPage {
    if (orderOf(this.#tools.client.list) !== null) return ended(this.#cursor);
    return { cursor: { ...this.#cursor, page: this.#cursor.page + 1 }, isLast: false };
  }

  #pageOne(etag: string | null, serverAt: number | null): PullCursor {
    const { source, client, now } = this.#tools;
    const { since } = client.list;
    const isFollowed = since === null || orderOf(client.list) !== null;
    const nextSince = isFollowed
      ? null
      : (this.#cursor.nextSince ?? sinceStamp(serverAt ?? now(), since.format, source.mapping));
    return { ...this.#cursor, etag, nextSince };
  }

  async #keep(records: readonly unknown[], next: PullCursor): Promise<void> {
    const { source, register, now, extraCodes } = this.#tools;
    const run = await this.#running();
    const cursor = JSON.stringify(next);
    if (records.length === 0 && cursor === this.#kept) return;
    const at = now();
    const rows = readRows(records, {
      mapping: source.mapping,
      at,
      extraCodes: extraCodes(),
      firstRow: this.#row,
      clockAheadMs: next.clockAheadMs,
    });
    await register.apply({ source: source.id, run, at, rows, cursor });
    this.#kept = cursor;
    this.#row += records.length;
  }

  async #running(): Promise<number> {
    const { source, register } = this.#tools;
    this.#run ??= await register.beginRun({
      source: source.id,
      name: new URL(source.pull.url).host,
      fingerprint: null,
      at: this.#startedAt,
    });
    return this.#run;
  }
}

/** Where the list's order of change is read; `null` when it can't be followed. */
function orderOf({ since, changedAt }: ListClient["list"]): string | null {
  return since === null ? null : changedAt;
}

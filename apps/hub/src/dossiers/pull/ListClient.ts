import type { DossierPull, DossierPullList } from "@luot/contract";
import { err, ok, type Result } from "@luot/kit";
import { askOverHttp, type Fetch, type HttpAnswer, type HttpQuestion } from "./askOverHttp.ts";
import { logIn } from "./logIn.ts";
import { plainFault, type PullFault, readRetryAfter } from "./pullFault.ts";
import { readAt } from "./readAt.ts";

/** How the list of `DongBoHoSoMC` is asked for. */
export const ONE_STOP_LIST: DossierPullList = {
  page: "page",
  size: "size",
  since: { name: "changedSince", format: "yyyyMMddHHmmss" },
  changedAt: "NgayCapNhat",
  records: "data",
  sessionHeader: "authorization",
  fullEveryHours: 24,
};

/** Larger pages are refused before they are parsed: no number is called meanwhile. */
const MAX_BYTES = 4 * 1024 * 1024;
/** Some servers mind a size of their own; none sends more than this at once. */
const MAX_RECORDS = 2_000;
const SUCCESS: readonly unknown[] = [undefined, null, 0, "0", "00", "000"];

/** Which page is asked for. */
export interface PageQuestion {
  readonly since: string | null;
  readonly page: number;
  readonly etag: string | null;
}

/** A page, or word that nothing has changed. */
export interface PageAnswer {
  /** `null`: as it was when its entity tag was given. */
  readonly records: readonly unknown[] | null;
  readonly etag: string | null;
  /** The source's time, epoch ms; `null` when it does not say. */
  readonly serverAt: number | null;
}

/** What a client of one list is made of. */
export interface ListClientDeps {
  readonly pull: DossierPull;
  /** `null` when none is kept. */
  readonly password: () => string | null;
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
}

/** Asks one source for its list; keeps its session until the source ends it. */
export class ListClient {
  readonly list: DossierPullList;
  readonly #deps: ListClientDeps;
  #session: string | null = null;

  constructor(deps: ListClientDeps) {
    this.#deps = deps;
    this.list = deps.pull.list ?? ONE_STOP_LIST;
  }

  /** Asks for a page, logging in first where that is needed. */
  async ask(question: PageQuestion): Promise<Result<PageAnswer, PullFault>> {
    const first = await this.#askOnce(question);
    if (first.ok || first.error.reason !== "logged_out" || this.#deps.pull.login === null)
      return first;
    // A session ends at some time: once, that is no fault.
    this.#session = null;
    return this.#askOnce(question);
  }

  async #askOnce(question: PageQuestion): Promise<Result<PageAnswer, PullFault>> {
    const session = await this.#ready();
    if (!session.ok) return session;
    const answer = await this.#send({
      url: this.#urlOf(question),
      method: "GET",
      headers: this.#headersOf(question, session.value),
      body: null,
    });
    return answer.ok ? readPage(answer.value, this.list, this.#deps.pull.pageSize) : answer;
  }

  async #ready(): Promise<Result<string | null, PullFault>> {
    const { login } = this.#deps.pull;
    if (login === null || this.#session !== null) return ok(this.#session);
    const password = this.#deps.password();
    if (password === null) return err(plainFault("no_password"));
    const session = await logIn({ ...login, password }, (question) => this.#send(question));
    if (session.ok) this.#session = session.value;
    return session;
  }

  async #send(question: HttpQuestion): Promise<Result<HttpAnswer, PullFault>> {
    const { fetch, signal, pull } = this.#deps;
    const bounds = { timeoutMs: pull.timeoutMs, maxBytes: MAX_BYTES };
    const answer = await askOverHttp(fetch, question, bounds, signal);
    if (!answer.ok) return err(plainFault(signal.aborted ? "stopped" : answer.error));
    return answer;
  }

  #urlOf({ since, page }: PageQuestion): string {
    const url = new URL(this.#deps.pull.url);
    url.searchParams.set(this.list.page, String(page));
    url.searchParams.set(this.list.size, String(this.#deps.pull.pageSize));
    if (since !== null && this.list.since !== null)
      url.searchParams.set(this.list.since.name, since);
    return url.href;
  }

  #headersOf({ etag }: PageQuestion, session: string | null): Record<string, string> {
    const { sessionHeader } = this.list;
    const isBearer = sessionHeader.toLowerCase() === "authorization";
    return {
      accept: "application/json",
      ...(session === null ? {} : { [sessionHeader]: isBearer ? `Bearer ${session}` : session }),
      ...(etag === null ? {} : { "if-none-match": etag }),
    };
  }
}

function readPage(
  { status, headers, text }: HttpAnswer,
  list: DossierPullList,
  pageSize: number,
): Result<PageAnswer, PullFault> {
  const date = Date.parse(headers.get("date") ?? "");
  const serverAt = Number.isNaN(date) ? null : date;
  if (status === 304) return ok({ records: null, etag: headers.get("etag"), serverAt });
  if (status !== 200) return err(faultOf(status, headers));
  const type = headers.get("content-type") ?? "";
  // Sign-in pages and notices of maintenance come as 200 too.
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) return err(plainFault("wrong_content_type"));
  const body = parseJson(text);
  if (!body.ok) return body;
  if (!SUCCESS.includes(readAt(body.value, "error_code"))) return err(plainFault("source_error"));
  const records = readAt(body.value, list.records);
  if (!Array.isArray(records)) return err(plainFault("no_list"));
  const most = Math.min(Math.max(pageSize * 2, pageSize + 100), MAX_RECORDS);
  if (records.length > most) return err(plainFault("too_many_records"));
  return ok({ records, etag: headers.get("etag"), serverAt });
}

function faultOf(status: number, headers: Headers): PullFault {
  const retryAfterMs = readRetryAfter(headers);
  if (status === 401 || status === 403) return { reason: "logged_out", status, retryAfterMs };
  if (status === 429) return { reason: "too_many_requests", status, retryAfterMs };
  return { reason: "http_error", status, retryAfterMs };
}

function parseJson(text: string): Result<unknown, PullFault> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return err(plainFault("not_json"));
  }
}

import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Archive } from "./Archive.ts";
import { pageOf, readQuestion, tagOf, withDuplicates, withOldStates } from "./answers.ts";
import { FaultDeck, NO_TROUBLE, type OneStopFault, type OneStopTrouble } from "./faults.ts";
import type { HoSo } from "./HoSo.ts";
import { hoSoAt } from "./hoSoAt.ts";
import { sendFaulty, sendJson } from "./sendAnswer.ts";

/** How a made-up one-stop server is set up. */
export interface OneStopOptions {
  readonly seed: number;
  /** How many dossiers it has, those of days to come included. */
  readonly dossiers: number;
  /** Days of the first and after the last dossier, epoch ms. */
  readonly from: number;
  readonly until: number;
  /** Put into every made-up name; "" for none. */
  readonly mark: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  readonly username: string;
  readonly password: string;
  /** Its true time, epoch ms. A fast one makes dossiers move on. */
  readonly now: () => number;
}

/** A made-up one-stop server that runs. */
export interface OneStop {
  readonly url: string;
  readonly port: number;
  /** How often the list of dossiers was asked for. */
  readonly asked: () => number;
  /** How often each fault befell an answer. */
  readonly faultCounts: () => ReadonlyMap<OneStopFault, number>;
  /** Changes what is named of its trouble. */
  readonly setTrouble: (change: Partial<OneStopTrouble>) => void;
  /** The next answers to questions for the list get these faults, in order; `null`: none. */
  readonly failNext: (...faults: readonly (OneStopFault | null)[]) => void;
  /** The true state of a dossier now; `null` for one it does not know. */
  readonly truthOf: (code: string) => HoSo | null;
  /** The true states of all dossiers received by now, oldest first. */
  readonly truths: () => readonly HoSo[];
  readonly close: () => Promise<void>;
}

const BODY_LIMIT_BYTES = 16_384;

/**
 * Starts a made-up one-stop server (the names of its fields are those of `DongBoHoSoMC`):
 * - `POST /DangNhap {username, password}` → `{"error_code":0,"session":"…"}`
 * - `GET /DongBoHoSoMC?page=1&size=100&changedSince=yyyyMMddHHmmss`, `Authorization: Bearer …`
 *   → `{"error_code":"0","service":"DongBoHoSoMC","page","size","total","data":[…]}`, with an ETag
 *
 * @throws the system's error when the port is taken
 */
export async function startOneStop(options: OneStopOptions): Promise<OneStop> {
  const desk = new Desk(options);
  const server = createServer((request, response) => {
    desk.answer(request, response).catch((cause: unknown) => {
      // A request that broke off is its sender's affair; anything else is a bug to be seen.
      if (!request.destroyed) response.destroy(cause instanceof Error ? cause : undefined);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, () => resolve());
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no TCP address");
  return {
    url: `http://${options.host}:${address.port}`,
    port: address.port,
    asked: () => desk.asked,
    faultCounts: () => desk.deck.counts,
    setTrouble: (change) => {
      desk.trouble = { ...desk.trouble, ...change };
    },
    failNext: (...faults) => desk.deck.ask(faults),
    truthOf: (code) => {
      const life = desk.archive.find(code);
      return life === null ? null : hoSoAt(life, options.now());
    },
    truths: () =>
      desk.archive.lives.map((life) => hoSoAt(life, options.now())).filter((row) => row !== null),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Who answers: keeps the archive, the sessions and the trouble. */
class Desk {
  readonly archive: Archive;
  readonly deck: FaultDeck;
  trouble: OneStopTrouble = NO_TROUBLE;
  asked = 0;
  readonly #options: OneStopOptions;
  readonly #sessions = new Set<string>();

  constructor(options: OneStopOptions) {
    const { seed, dossiers: count, from, until, mark } = options;
    this.archive = new Archive({ seed, count, from, until, mark });
    this.deck = new FaultDeck(seed);
    this.#options = options;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://one-stop");
    response.sendDate = false;
    const serverNow = this.#options.now() + this.trouble.clockOffMs;
    response.setHeader("date", new Date(serverNow).toUTCString());
    if (request.method === "POST" && url.pathname === "/DangNhap")
      return this.#logIn(await bodyOf(request), response);
    if (request.method === "GET" && url.pathname === "/DongBoHoSoMC")
      return this.#list(request, url.searchParams, response);
    sendJson(response, 404, { error_code: "404", message: "Không tìm thấy" });
  }

  #logIn(body: string, response: ServerResponse): void {
    const { username, password } = this.#options;
    const given = parsed(body);
    if (given?.["username"] !== username || given["password"] !== password)
      return sendJson(response, 200, { error_code: 1, message: "Sai tên hoặc mật khẩu" });
    const session = randomBytes(16).toString("hex");
    this.#sessions.add(session);
    sendJson(response, 200, { error_code: 0, session });
  }

  #list(request: IncomingMessage, params: URLSearchParams, response: ServerResponse): void {
    this.asked += 1;
    const fault = this.deck.next(this.trouble.rates);
    if (fault === "loggedOut") this.#sessions.clear();
    const session = request.headers.authorization?.replace(/^Bearer /, "") ?? "";
    if (!this.#sessions.has(session))
      return sendJson(response, 401, { error_code: "401", message: "Hết phiên" });
    const question = readQuestion(params);
    if (question === null)
      return sendJson(response, 400, { error_code: "400", message: "Sai tham số" });
    const { clockOffMs } = this.trouble;
    const now = this.#options.now();
    const { total, data } = pageOf(this.archive, question, now, clockOffMs);
    const rows =
      fault === "duplicates"
        ? withDuplicates(data)
        : fault === "outOfOrder"
          ? withOldStates(this.archive, data, now, clockOffMs)
          : data;
    const { page, size } = question;
    const head = { error_code: "0", service: "DongBoHoSoMC", page, size, total };
    const body = JSON.stringify({ ...head, data: rows });
    const tag = tagOf(body);
    if (fault === null && request.headers["if-none-match"] === tag) {
      response.writeHead(304, { etag: tag }).end();
      return;
    }
    response.setHeader("etag", tag);
    sendFaulty(response, body, fault, this.trouble);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > BODY_LIMIT_BYTES) break;
  }
  return text;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    // What is no JSON is no log-in.
    return null;
  }
}

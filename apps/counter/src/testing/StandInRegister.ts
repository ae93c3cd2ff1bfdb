import type { Page, WebSocketRoute } from "playwright-core";

/** A command about dossiers that a page sent. */
export interface AskedOfRegister {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The answer of a hub: as it goes over the wire. */
export type RegisterAnswer =
  | { readonly data: object }
  | { readonly code: string }
  /** No answer comes at all. */
  | "silence";

/** A Socket.IO event that wants an answer: `42`, its number, its JSON. */
const EVENT = /^42(\d+)(\[.*\])$/s;

/** Answers a page's questions about dossiers in place of its hub; all else goes to the hub. */
export class StandInRegister {
  readonly asked: AskedOfRegister[] = [];
  answer: (asked: AskedOfRegister) => RegisterAnswer = () => ({ code: "unavailable" });

  /** Stands in from the page's next connection on. */
  async standBefore(page: Page): Promise<void> {
    await page.routeWebSocket(/\/socket\.io\//, (socket) => {
      const hub = socket.connectToServer();
      socket.onMessage((message) => {
        if (typeof message !== "string" || !this.#took(message, socket)) hub.send(message);
      });
    });
  }

  #took(message: string, socket: WebSocketRoute): boolean {
    const [, number, json] = EVENT.exec(message) ?? [];
    if (json === undefined || !json.includes('"dossier:')) return false;
    const [, asked] = JSON.parse(json) as [string, AskedOfRegister];
    this.asked.push({ type: asked.type, payload: asked.payload });
    const answer = this.answer(asked);
    if (answer === "silence") return true;
    const ack =
      "data" in answer
        ? { ok: true, data: answer.data, seq: 0 }
        : { ok: false, error: { code: answer.code, message: answer.code } };
    socket.send(`43${number}${JSON.stringify([ack])}`);
    return true;
  }
}

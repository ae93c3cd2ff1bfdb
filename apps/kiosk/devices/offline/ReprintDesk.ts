import type { PayloadOf } from "@luot/contract";
import type { Answer } from "@luot/hub-client";
import type { OfflineHubDeps } from "./OfflineHub.ts";
import { ANSWER_WITHIN_MS } from "./WishDesk.ts";

/** What keeps the kiosk from printing a copy; anything else of the hub does not. */
const FINAL: ReadonlySet<string> = new Set(["wrong_status", "not_your_ticket", "forbidden"]);

/** Where copies of papers are asked for. The hub is asked too, so that its journal knows of them. */
export class ReprintDesk {
  readonly #deps: OfflineHubDeps;

  constructor(deps: OfflineHubDeps) {
    this.#deps = deps;
  }

  /** Asked twice under one id, it is one copy. */
  async take(id: string, payload: PayloadOf<"ticket:reprint">): Promise<Answer<"ticket:reprint">> {
    const { hub, book, printer, clock } = this.#deps;
    const { ticketId } = payload;
    const wish = book.wishes.ofTicket(ticketId);
    if (wish?.answer?.ok !== true) return { ok: false, code: "unknown_ticket", details: {} };
    if (hub.getState().connection === "live") {
      const answer = await this.#askHub(id, payload);
      if (!answer.ok && FINAL.has(answer.code)) return answer;
    }
    const copy = book.papers.addCopy(ticketId, id, clock.now());
    printer.print({ ticketId, copy });
    return { ok: true, data: { ticketId, label: wish.answer.data.label, copy } };
  }

  async #askHub(
    id: string,
    payload: PayloadOf<"ticket:reprint">,
  ): Promise<Answer<"ticket:reprint">> {
    const silent = { ok: false, code: "disconnected", details: {} } as const;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<typeof silent>((resolve) => {
      timer = setTimeout(() => resolve(silent), ANSWER_WITHIN_MS);
    });
    const asked = this.#deps.hub.send("ticket:reprint", payload, {
      id,
      giveUpMs: ANSWER_WITHIN_MS,
    });
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

import type { ErrorCode } from "@luot/contract";
import { describe, expect, it } from "vitest";
import { sendRating } from "./sendRating.ts";

type Reply = "ok" | ErrorCode | "disconnected";

interface Sent {
  readonly id: string | undefined;
  readonly payload: unknown;
}

/** A hub that answers as it is told, one reply after the other. */
function aHub(...replies: readonly Reply[]) {
  const sent: Sent[] = [];
  const left = [...replies];
  const hub = {
    newId: () => `id-${sent.length}`,
    send: async (_type: string, payload: unknown, options?: { readonly id?: string }) => {
      sent.push({ id: options?.id, payload });
      const reply = left.shift() ?? "ok";
      return reply === "ok" ? { ok: true, data: {} } : { ok: false, code: reply, details: {} };
    },
  };
  return { hub: hub as unknown as Parameters<typeof sendRating>[0], sent };
}

describe("sendRating", () => {
  it("[RATE-1] sends one command with the score, and is done", async () => {
    const { hub, sent } = aHub("ok");
    const { state, pending } = await sendRating(hub, "t", "satisfied", null);
    expect(state).toEqual({ status: "sent", score: "satisfied" });
    expect(pending).toBeNull();
    expect(sent).toEqual([{ id: "id-0", payload: { ticketId: "t", score: "satisfied" } }]);
  });

  it("[I8] sends a score that was not answered again under its old id, another under a new one", async () => {
    const { hub, sent } = aHub("disconnected", "disconnected", "ok");
    let { pending } = await sendRating(hub, "t", "neutral", null);
    ({ pending } = await sendRating(hub, "t", "neutral", pending));
    await sendRating(hub, "t", "dissatisfied", pending);
    expect(sent.map(({ id }) => id)).toEqual(["id-0", "id-0", "id-2"]);
  });

  it.each(["wrong_status", "not_your_ticket", "unknown_ticket"] as const)(
    "asks no more after %s",
    async (code) => {
      const { state } = await sendRating(aHub(code).hub, "t", "neutral", null);
      expect(state).toEqual({ status: "over" });
    },
  );

  it.each(["rate_limited", "unavailable", "internal"] as const)(
    "lets it be tried again, as a new wish, after %s",
    async (code) => {
      const { state, pending } = await sendRating(aHub(code).hub, "t", "neutral", null);
      expect([state, pending]).toEqual([{ status: "refused", code }, null]);
    },
  );
});

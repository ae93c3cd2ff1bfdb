import { createHmac } from "node:crypto";
import { err, ok } from "@luot/kit";
import type { Fetch } from "../pull/askOverHttp.ts";
import { readRetryAfter } from "../pull/pullFault.ts";
import type { OutMessage } from "./OutMessage.ts";
import type { OutSink } from "./OutSink.ts";

/** Where a webhook is, and what its messages are signed with. */
export interface WebhookDeps {
  readonly url: string;
  readonly secret: string;
  readonly timeoutMs: number;
  readonly fetch: Fetch;
  /** Epoch ms. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** Header of the signature. */
export const SIGNATURE_HEADER = "x-luot-signature";

/**
 * Posts `{"events":[…]}` to a webhook; any 2xx is delivered. `x-luot-signature: t=SECONDS,v1=HEX` is
 * the HMAC-SHA256 of `SECONDS.BODY` under the shared secret: who checks the time too can't be told
 * an old message again by somebody else. Redirects are not followed.
 */
export function createWebhook(deps: WebhookDeps): OutSink {
  const { url, timeoutMs, fetch, signal } = deps;
  return {
    send: async (messages) => {
      const tooLate = AbortSignal.timeout(timeoutMs);
      try {
        const response = await fetch(url, {
          method: "POST",
          ...signedBody(deps, messages),
          redirect: "error",
          signal: AbortSignal.any([signal, tooLate]),
        });
        // What it says besides is of no interest, however long it is.
        await response.body?.cancel();
        if (response.ok) return ok(null);
        return err({ reason: "http_error", retryAfterMs: readRetryAfter(response.headers) });
      } catch {
        return err({
          reason: tooLate.aborted ? "timed_out" : "unreachable",
          retryAfterMs: null,
        });
      }
    },
  };
}

function signedBody(
  { secret, now }: WebhookDeps,
  messages: readonly OutMessage[],
): { readonly body: string; readonly headers: Record<string, string> } {
  const body = JSON.stringify({ events: messages });
  const signature = signatureOf(secret, Math.floor(now() / 1_000), body);
  return { body, headers: { "content-type": "application/json", [SIGNATURE_HEADER]: signature } };
}

/** The signature of a body. @param seconds epoch seconds */
export function signatureOf(secret: string, seconds: number, body: string): string {
  const mac = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${mac}`;
}

import { err, ok, type Result } from "@luot/kit";

/** One question over HTTP. */
export interface HttpQuestion {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** An answer, read to its end. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Why there is no answer to read. */
export type HttpFault = "unreachable" | "timed_out" | "cut_off" | "too_large" | "wrong_encoding";

/** What a question may take. */
export interface HttpBounds {
  /** From the first byte sent to the last one read. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** As the platform's own `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Asks once. Redirects are not followed, for what is sent is meant for that address alone; an answer
 * has to be UTF-8, whole, and within its bounds.
 *
 * @param signal ends the asking, as when the program stops
 */
export async function askOverHttp(
  fetch: Fetch,
  { url, method, headers, body }: HttpQuestion,
  { timeoutMs, maxBytes }: HttpBounds,
  signal: AbortSignal,
): Promise<Result<HttpAnswer, HttpFault>> {
  const tooLate = AbortSignal.timeout(timeoutMs);
  const enough = AbortSignal.any([signal, tooLate]);
  let response: Response;
  try {
    response = await fetch(url, { method, headers, body, redirect: "error", signal: enough });
  } catch {
    // What fetch says may hold the address with its question; which of the two it was is enough.
    return err(tooLate.aborted ? "timed_out" : "unreachable");
  }
  const read = await readWithin(response, maxBytes);
  if (!read.ok) return err(read.error === "cut_off" && tooLate.aborted ? "timed_out" : read.error);
  return ok({ status: response.status, headers: response.headers, text: read.value });
}

async function readWithin(
  { body }: Response,
  maxBytes: number,
): Promise<Result<string, "cut_off" | "too_large" | "wrong_encoding">> {
  if (body === null) return ok("");
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body as ReadableStream<Uint8Array>) {
      size += chunk.byteLength;
      // Leaving the loop tears the connection down.
      if (size > maxBytes) return err("too_large");
      chunks.push(chunk);
    }
  } catch {
    return err("cut_off");
  }
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    return err("wrong_encoding");
  }
}

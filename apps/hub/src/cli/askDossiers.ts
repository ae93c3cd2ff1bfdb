import { z } from "zod";
import type { HubAnswer } from "./askHub.ts";

/** A call of the running hub's routes of dossiers. */
export interface DossierCall {
  readonly method: "GET" | "POST" | "PUT";
  /** After `/api/launcher/dossiers`. */
  readonly path: string;
  /** Bytes of a file, or what is sent as JSON. */
  readonly body?: Uint8Array<ArrayBuffer> | { readonly json: unknown };
}

/** The largest file takes a minute on a slow machine. */
const TIMEOUT_MS = 300_000;
const ErrorSchema = z.object({ error: z.string(), message: z.string().optional() });

/** Asks the hub that runs on this machine; only the machine itself may use these routes. */
export async function askDossiers(
  port: number,
  { method, path, body }: DossierCall,
): Promise<HubAnswer> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(`http://127.0.0.1:${port}/api/launcher/dossiers${path}`, {
      method,
      ...(body === undefined ? {} : sentAs(body)),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    answer = await response.json();
  } catch {
    // No hub there any more, or something that is none.
    return { kind: "unreachable" };
  }
  if (response.ok) return { kind: "done", body: answer };
  const told = ErrorSchema.safeParse(answer);
  const message = told.success ? (told.data.message ?? told.data.error) : `HTTP ${response.status}`;
  return { kind: "refused", message };
}

function sentAs(body: NonNullable<DossierCall["body"]>): RequestInit {
  return body instanceof Uint8Array
    ? { headers: { "content-type": "application/octet-stream" }, body }
    : { headers: { "content-type": "application/json" }, body: JSON.stringify(body.json) };
}

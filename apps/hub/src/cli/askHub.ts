import { z } from "zod";

/** What the running hub said. */
export type HubAnswer =
  | { readonly kind: "done"; readonly body: unknown }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "unreachable" };

const TIMEOUT_MS = 10_000;
const ErrorSchema = z.object({
  error: z.string().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
});

/** Asks the hub that runs on this machine; only the machine itself may use these routes. */
export async function askHub(port: number, path: string, body: unknown): Promise<HubAnswer> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    answer = await response.json();
  } catch {
    // No hub there any more, or something that is none: the caller goes on without one.
    return { kind: "unreachable" };
  }
  if (response.ok) return { kind: "done", body: answer };
  const { error, code, message } = ErrorSchema.parse(answer);
  return { kind: "refused", message: message ?? code ?? error ?? `HTTP ${response.status}` };
}

import { err, ok, type Result } from "@luot/kit";
import type { HttpAnswer, HttpQuestion } from "./askOverHttp.ts";
import { plainFault, type PullFault } from "./pullFault.ts";
import { readAt } from "./readAt.ts";

const MAX_SESSION_CHARACTERS = 4_096;

/**
 * Logs in as one-stop software has it: `{username, password}` → `{"error_code":0,"session":"…"}`.
 *
 * @returns the session
 */
export async function logIn(
  login: { readonly url: string; readonly username: string; readonly password: string },
  send: (question: HttpQuestion) => Promise<Result<HttpAnswer, PullFault>>,
): Promise<Result<string, PullFault>> {
  const { url, username, password } = login;
  const answer = await send({
    url,
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ username, password }),
  });
  if (!answer.ok) return answer;
  const { status } = answer.value;
  if (status >= 500) return err({ ...plainFault("http_error"), status });
  const session = sessionOf(answer.value.text);
  return session === null ? err({ ...plainFault("log_in_refused"), status }) : ok(session);
}

function sessionOf(text: string): string | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // Whatever page came instead: there is no session in it.
    return null;
  }
  const session = readAt(body, "session");
  const isSession = typeof session === "string" && /^[\x21-\x7e]+$/.test(session);
  return isSession && session.length <= MAX_SESSION_CHARACTERS ? session : null;
}

import { type LauncherState, LauncherStateSchema } from "@luot/contract";
import { bodyOf, errorOf, type LauncherAction, type LauncherError } from "./LauncherAction.ts";

const TIMEOUT_MS = 10_000;

/** The hub as it is now. @throws when it does not answer, or not with that */
export async function fetchLauncher(signal: AbortSignal): Promise<LauncherState> {
  const answer = await fetch("/api/launcher", { signal });
  if (!answer.ok) throw new Error(`launcher: HTTP ${answer.status}`);
  return LauncherStateSchema.parse(await answer.json());
}

/** Has the hub do something. @returns why not, or `null` when it is done */
export async function askHub(action: LauncherAction): Promise<LauncherError | null> {
  try {
    const answer = await fetch(`/api/launcher/${action.kind}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(bodyOf(action)),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return answer.ok ? null : errorOf(await answer.json());
  } catch {
    return "unreachable";
  }
}

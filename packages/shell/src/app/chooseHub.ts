import type { HubChosen } from "@luot/contract";
import { z } from "zod";
import { readHubUrl } from "../settings/hubUrl.ts";
import type { SettingsFile } from "../settings/SettingsFile.ts";

const ANSWER_WITHIN_MS = 3_000;

/** What a hub says of itself at `/health`, also when it can't store at the moment. */
const HealthSchema = z.object({ status: z.string(), version: z.string(), seq: z.int() });

/** What the choice of a hub needs. */
export interface HubChoice {
  readonly settings: SettingsFile;
  readonly fetch: typeof fetch;
}

/**
 * Takes a hub's address as typed: asks whether a hub answers there, and keeps it.
 *
 * @returns why not, when it was not taken; one that was chosen before stays, and is answered
 */
export async function chooseHub(typed: string, { settings, fetch }: HubChoice): Promise<HubChosen> {
  const before = settings.settings.hubUrl;
  // A page that was taken over must not lead the app to another hub.
  if (before !== null) return { ok: true, url: before };
  const url = readHubUrl(typed);
  if (url === null) return { ok: false, code: "bad_address" };
  const found = await askWhoIsThere(url, fetch);
  if (found !== "hub") return { ok: false, code: found };
  const kept = settings.change({ hubUrl: url });
  return kept.ok ? { ok: true, url } : { ok: false, code: kept.error };
}

async function askWhoIsThere(
  url: string,
  ask: typeof fetch,
): Promise<"hub" | "no_answer" | "not_a_hub"> {
  let response: Response;
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    response = await ask(`${url}/health`, { redirect: "manual", signal });
  } catch {
    // fetch tells an unreachable host only by throwing; which way it failed helps nobody here.
    return "no_answer";
  }
  const said: unknown = await response.json().catch(() => null);
  return HealthSchema.safeParse(said).success ? "hub" : "not_a_hub";
}

import { z } from "zod";

const ANSWER_WITHIN_MS = 3_000;
const MAX_EPOCH_CHARS = 64;

/** What a hub says of itself at `/health`, also when it can't store at the moment. */
const HealthSchema = z.object({
  status: z.string(),
  version: z.string(),
  seq: z.int(),
  epoch: z.string().min(1).max(MAX_EPOCH_CHARS).nullable().default(null),
});

/** Who answered at an address. `epoch` names the hub's journal, whatever its address. */
export type HubFound =
  | { readonly kind: "hub"; readonly epoch: string | null }
  | { readonly kind: "no_answer" | "not_a_hub" };

/** Asks an address whether a hub is there. @param url an origin */
export async function askHub(url: string, ask: typeof fetch): Promise<HubFound> {
  let response: Response;
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    response = await ask(`${url}/health`, { redirect: "manual", signal });
  } catch {
    // fetch tells an unreachable host only by throwing; which way it failed helps nobody here.
    return { kind: "no_answer" };
  }
  const said: unknown = await response.json().catch(() => null);
  const health = HealthSchema.safeParse(said);
  return health.success ? { kind: "hub", epoch: health.data.epoch } : { kind: "not_a_hub" };
}

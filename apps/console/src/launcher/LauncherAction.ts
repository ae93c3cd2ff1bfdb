/** What a device is paired as. */
export interface PairDecision {
  readonly code: string;
  readonly role: "kiosk" | "counter" | "display";
  readonly name: string;
  readonly counterId: string | null;
  readonly zone: string | null;
}

/** What the launcher can have the hub do. Only the hub's own machine may. */
export type LauncherAction =
  | { readonly kind: "pair"; readonly decision: PairDecision }
  | { readonly kind: "revoke"; readonly id: string }
  | { readonly kind: "clear-alarm"; readonly id: string }
  | { readonly kind: "confirm-clock" }
  | { readonly kind: "paper-changed" };

/** Why the hub did not do it. */
export const LAUNCHER_ERRORS = [
  "local_only",
  "bad_request",
  "unknown_code",
  "unknown_counter",
  "unknown_device",
  "unknown_alarm",
  "unreachable",
  "failed",
] as const;
export type LauncherError = (typeof LAUNCHER_ERRORS)[number];

/** The body of the request for an action; its path is `/api/launcher/<kind>`. */
export function bodyOf(action: LauncherAction): object {
  switch (action.kind) {
    case "pair":
      return action.decision;
    case "revoke":
    case "clear-alarm":
      return { id: action.id };
    case "confirm-clock":
    case "paper-changed":
      return {};
    default:
      return action satisfies never;
  }
}

/** The error in an answer of the hub; `failed` when it says nothing that is known. */
export function errorOf(body: unknown): LauncherError {
  const said = typeof body === "object" && body !== null && "error" in body ? body.error : null;
  return LAUNCHER_ERRORS.find((known) => known === said) ?? "failed";
}

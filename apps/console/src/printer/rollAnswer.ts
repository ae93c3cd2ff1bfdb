import { type PrinterRoll, PrinterRollSchema } from "@luot/contract";

/** What the hub says of the paper of the virtual printer. */
export type RollAnswer =
  | { readonly kind: "roll"; readonly roll: PrinterRoll }
  | { readonly kind: "none" }
  | { readonly kind: "unreachable" }
  | { readonly kind: "not_local" };

const BY_STATUS: Readonly<Record<number, RollAnswer>> = {
  403: { kind: "not_local" },
  404: { kind: "none" },
  502: { kind: "unreachable" },
};

/** Reads an answer of `GET /api/printer/roll`. @throws when it is none that is known */
export function readRollAnswer(status: number, body: unknown): RollAnswer {
  if (status === 200) return { kind: "roll", roll: PrinterRollSchema.parse(body) };
  const known = BY_STATUS[status];
  if (known === undefined) throw new Error(`printer roll: HTTP ${status}`);
  return known;
}

/**
 * Where the picture of a paper is. Numbers come again when the printer is started anew, so the time
 * is in it, for the browser to fetch it again.
 */
export function paperUrl({ id, at }: PrinterRoll["papers"][number]): string {
  return `/api/printer/paper/${id}?at=${at}`;
}

/** The papers, the one printed last first. */
export function newestFirst({ papers }: PrinterRoll): PrinterRoll["papers"] {
  return papers.toReversed();
}

/** Asks the hub for the roll. @throws when it does not answer, or not with that */
export async function fetchRoll(signal: AbortSignal): Promise<RollAnswer> {
  const answer = await fetch("/api/printer/roll", { signal });
  return readRollAnswer(answer.status, await answer.json());
}

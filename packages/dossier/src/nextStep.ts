import { assertNever } from "@luot/kit";
import type { DossierFacts } from "./Dossier.ts";

/** A line of the centre, as far as the next step needs it. */
export interface LineOfCentre {
  readonly id: string;
  readonly agencyId: string;
  readonly kind: "submit" | "supplement" | "collect" | "pay" | "guidance";
}

/**
 * What a citizen can do today. `wait`: nothing, it takes its time; `none`: all is done; `ask`: only
 * an officer can say.
 */
export interface NextStep {
  readonly kind: "collect" | "supplement" | "pay" | "wait" | "ask" | "none";
  /** The line for it in this centre; `null` when there is none, or nothing to queue for. */
  readonly serviceId: string | null;
  /** Another place where it is done, as the source wrote it. */
  readonly place: string | null;
}

/**
 * Says what the holder of a dossier can do today, and in which line.
 *
 * The line is the one of that kind of the dossier's agency; else the only one of that kind in the
 * centre; else guidance (the agency's own before another's); else none. For missing papers the
 * agency's submitting line stands in for a supplement line.
 *
 * @param agencyId the dossier's agency in this centre, or `null` for another
 */
export function nextStepOf(
  dossier: Pick<DossierFacts, "status" | "fee" | "resultPlace">,
  agencyId: string | null,
  lines: readonly LineOfCentre[],
): NextStep {
  const to = (kind: NextStep["kind"], ...kinds: readonly LineOfCentre["kind"][]): NextStep => ({
    kind,
    serviceId: lineFor(kinds, agencyId, lines),
    place: null,
  });
  switch (dossier.status) {
    case "9":
      return dossier.resultPlace === null
        ? to("collect", "collect")
        : { kind: "collect", serviceId: null, place: dossier.resultPlace };
    case "5":
      return to("supplement", "supplement", "submit");
    case "6":
      return dossier.fee?.isPaid === true ? NOTHING_TO_DO : to("pay", "pay");
    case "1":
    case "2":
    case "4":
      return NOTHING_TO_DO;
    case "10":
      return { kind: "none", serviceId: null, place: null };
    case "3":
    case "7":
    case "8":
    case null:
      return to("ask", "guidance");
    default:
      return assertNever(dossier.status);
  }
}

const NOTHING_TO_DO: NextStep = { kind: "wait", serviceId: null, place: null };

function lineFor(
  kinds: readonly LineOfCentre["kind"][],
  agencyId: string | null,
  lines: readonly LineOfCentre[],
): string | null {
  const own = kinds
    .map((kind) => lines.find((line) => line.agencyId === agencyId && line.kind === kind))
    .find((line) => line !== undefined);
  if (own !== undefined) return own.id;
  const [only, another] = lines.filter((line) => line.kind === kinds[0]);
  if (only !== undefined && another === undefined) return only.id;
  const guidance = lines.filter((line) => line.kind === "guidance");
  return (guidance.find((line) => line.agencyId === agencyId) ?? guidance[0])?.id ?? null;
}

import { assertNever } from "@luot/kit";
import type { DossierFacts } from "./Dossier.ts";

/** A line of the centre, as far as the next step needs it. */
export interface LineOfCentre {
  readonly id: string;
  readonly agencyId: string;
  readonly kind: "submit" | "supplement" | "collect" | "pay" | "guidance";
  /** It serves the dossiers of every agency. */
  readonly isForAll: boolean;
}

/** Where a dossier belongs in the centre. */
export interface Where {
  /** The dossier's agency in this centre, or `null` for another. */
  readonly agencyId: string | null;
  readonly lines: readonly LineOfCentre[];
  /** The line that the catalogue names for its procedure, or `null`. */
  readonly ofProcedure: string | null;
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
 * Says what the holder of a dossier can do today, and in which line: the one of that kind of the
 * dossier's agency; else one that serves all agencies; else the only one of that kind in the centre;
 * for missing papers where they are filed; else guidance (the agency's own, then the general one);
 * else none.
 */
export function nextStepOf(
  dossier: Pick<DossierFacts, "status" | "fee" | "resultPlace">,
  where: Where,
): NextStep {
  const to = (kind: NextStep["kind"], line: LineOfCentre["kind"]): NextStep => ({
    kind,
    serviceId:
      line === "guidance" ? guidanceFor(where.agencyId, where.lines) : lineFor(line, where),
    place: null,
  });
  switch (dossier.status) {
    case "9":
      return dossier.resultPlace === null
        ? to("collect", "collect")
        : { kind: "collect", serviceId: null, place: dossier.resultPlace };
    case "5":
      return to("supplement", "supplement");
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
  kind: LineOfCentre["kind"],
  { agencyId, lines, ofProcedure }: Where,
): string | null {
  const ofKind = lines.filter((line) => line.kind === kind);
  const own = ofKind.find((line) => line.agencyId === agencyId);
  const found = own ?? ofKind.find((line) => line.isForAll) ?? only(ofKind);
  if (found !== undefined) return found.id;
  const filing = kind === "supplement" ? filingLine(agencyId, lines, ofProcedure) : undefined;
  return filing ?? guidanceFor(agencyId, lines);
}

/** Where papers are filed: the line of the procedure, or of an agency that has one alone. */
function filingLine(
  agencyId: string | null,
  lines: readonly LineOfCentre[],
  ofProcedure: string | null,
): string | undefined {
  const filing = lines.filter((line) => line.kind === "submit");
  const known = filing.find((line) => line.id === ofProcedure);
  return (known ?? only(filing.filter((line) => line.agencyId === agencyId)))?.id;
}

function guidanceFor(agencyId: string | null, lines: readonly LineOfCentre[]): string | null {
  const guidance = lines.filter((line) => line.kind === "guidance");
  const own = guidance.find((line) => line.agencyId === agencyId);
  return (own ?? guidance.find((line) => line.isForAll) ?? guidance[0])?.id ?? null;
}

function only(lines: readonly LineOfCentre[]): LineOfCentre | undefined {
  return lines.length === 1 ? lines[0] : undefined;
}

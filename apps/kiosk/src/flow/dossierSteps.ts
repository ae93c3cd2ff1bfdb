import type { DossierAction, DossierScreen, KioskAction, KioskFlow, Screen } from "./Screen.ts";

/** After so many unknown codes somebody needs a person, not another try. */
export const UNKNOWN_CODES_TO_HELP = 3;
/** The longest text that is typed for a code; longer ones do not exist. */
export const MAX_TYPED = 48;

type Of<T extends KioskAction["type"]> = Extract<KioskAction, { readonly type: T }>;

/** The next screen of somebody who asks about a dossier. Pure; what does not fit changes nothing. */
export function dossierStep(screen: Screen, action: DossierAction): Screen {
  switch (action.type) {
    case "typed":
      return screen.step === "typing"
        ? { ...screen, text: action.text.slice(0, MAX_TYPED) }
        : screen;
    case "found":
      return screen.step === "looking" && screen.question.id === action.id
        ? { step: "dossier", dossier: action.dossier, page: 0, more: { kind: "closed" } }
        : screen;
    default:
      return screen.step === "dossier" ? moreStep(screen, action) : screen;
  }
}

/** Somebody who scans is there. What is under way, or stands there to be read, comes first. */
export function scanned(flow: KioskFlow, { scan, id, at }: Of<"scanned">): KioskFlow {
  if (isBusy(flow.screen)) return flow;
  if (scan.what === "code")
    return lookedUp(flow, { type: "looked-up", question: { id, text: scan.text, by: "scan" }, at });
  if (scan.what === "unknown") return missed(flow, { step: "scanned", what: "unknown" }, at);
  return { ...flow, screen: { step: "scanned", what: "ticket" }, touchedAt: at, askedAt: null };
}

/** A code is asked about; the same one again while it is being asked about is the same question. */
export function lookedUp(flow: KioskFlow, { question, at }: Of<"looked-up">): KioskFlow {
  const { screen } = flow;
  if (isBusy(screen)) return flow;
  if (screen.step === "looking" && screen.question.text === question.text) return flow;
  return { ...flow, screen: { step: "looking", question }, touchedAt: at, askedAt: null };
}

/** No dossier to show. Only a code that nobody knows counts as a try. */
export function unfound(flow: KioskFlow, { id, code, at }: Of<"unfound">): KioskFlow {
  const { screen } = flow;
  if (screen.step !== "looking" || screen.question.id !== id) return flow;
  const { text, by } = screen.question;
  const next: Screen = { step: "unfound", code, text: by === "typing" ? text : "" };
  return code === "dossier_not_found"
    ? missed(flow, next, at)
    : { ...flow, screen: next, touchedAt: at };
}

function missed(flow: KioskFlow, screen: Screen, at: number): KioskFlow {
  const unknownCodes = flow.unknownCodes + 1;
  const next: Screen = unknownCodes >= UNKNOWN_CODES_TO_HELP ? { step: "lost" } : screen;
  return { ...flow, screen: next, unknownCodes, touchedAt: at, askedAt: null };
}

/** Whether something is under way with the hub, or stands there to be read, that nothing takes away. */
export function isBusy(screen: Screen): boolean {
  const isUnanswered = screen.step === "refused" && screen.wish !== null;
  return screen.step === "taking" || screen.step === "ticket" || isUnanswered;
}

type MoreAction = Exclude<DossierAction, { readonly type: "typed" | "found" }>;

function moreStep(screen: DossierScreen, action: MoreAction): DossierScreen {
  const { more } = screen;
  switch (action.type) {
    case "asked-more":
      return more.kind === "closed" && screen.dossier.canProve
        ? { ...screen, page: 0, more: { kind: "asking", digits: "", refusal: null } }
        : screen;
    case "typed-factor":
      return more.kind === "asking"
        ? { ...screen, more: { ...more, digits: action.digits.slice(0, 4) } }
        : screen;
    case "proved":
      return more.kind === "asking"
        ? { ...screen, more: { kind: "proving", id: action.id, factor: action.factor } }
        : screen;
    case "opened-more":
      return more.kind === "proving" && more.id === action.id
        ? { ...screen, page: 0, more: { kind: "open", details: action.details } }
        : screen;
    case "kept-closed":
      return more.kind === "proving" && more.id === action.id
        ? { ...screen, more: { kind: "asking", digits: "", refusal: action.code } }
        : screen;
    default:
      return action satisfies never;
  }
}

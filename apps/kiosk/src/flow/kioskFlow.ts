import { dossierStep, isBusy, lookedUp, scanned, unfound } from "./dossierSteps.ts";
import { numberStep } from "./numberSteps.ts";
import type { KioskAction, KioskFlow, Screen } from "./Screen.ts";
import { ANSWER_WITHIN_MS, ASK_AFTER_MS, isUnderWay, staysMs } from "./stays.ts";
import { SEARCH_START } from "../search/SearchAt.ts";

const START: Screen = { step: "group", page: 0 };

/** The flow when nobody has touched the kiosk. */
export function startFlow(at: number): KioskFlow {
  return { screen: START, touchedAt: at, askedAt: null, visitor: 0, unknownCodes: 0 };
}

/** The next state of the flow. Pure; an action that does not fit the screen changes nothing. */
export function kioskFlow(flow: KioskFlow, action: KioskAction): KioskFlow {
  switch (action.type) {
    case "touched":
      return flow.askedAt === null ? { ...flow, touchedAt: action.at } : flow;
    case "stayed":
      return { ...flow, askedAt: null, touchedAt: action.at };
    case "ended":
      return fresh(flow, action.at);
    case "ticked":
      return ticked(flow, action.at);
    case "scanned":
      return scanned(flow, action);
    case "looked-up":
      return lookedUp(flow, action);
    case "unfound":
      return unfound(flow, action);
    default:
      return moved(flow, action);
  }
}

type Step = Exclude<
  KioskAction,
  {
    readonly type: "touched" | "stayed" | "ended" | "ticked" | "scanned" | "looked-up" | "unfound";
  }
>;

function moved(flow: KioskFlow, action: Step): KioskFlow {
  const screen = nextScreen(flow.screen, action);
  // What became of the paper gives the person time again to read it.
  if ("at" in action && typeof action.at === "number" && screen !== flow.screen)
    return { ...flow, screen, touchedAt: action.at };
  return screen === flow.screen ? flow : { ...flow, screen };
}

function nextScreen(screen: Screen, action: Step): Screen {
  switch (action.type) {
    case "started-again":
      return screen.step === "taking" ? screen : START;
    case "went-back":
      return back(screen, action.hasOneService);
    case "opened-search":
      return screen.step === "group" ? { step: "search", at: SEARCH_START } : screen;
    case "searched":
      return screen.step === "search" ? { ...screen, at: action.at } : screen;
    case "opened-look-up":
      return isBusy(screen) ? screen : { step: "typing", text: action.text };
    case "typed":
    case "found":
    case "asked-more":
    case "typed-factor":
    case "proved":
    case "opened-more":
    case "kept-closed":
      return dossierStep(screen, action);
    default:
      return numberStep(screen, action);
  }
}

function ticked(flow: KioskFlow, at: number): KioskFlow {
  const { screen, touchedAt, askedAt } = flow;
  if (isUnderWay(screen)) return { ...flow, touchedAt: at };
  if (askedAt !== null) return at - askedAt >= ANSWER_WITHIN_MS ? fresh(flow, at) : flow;
  const stays = staysMs(screen);
  if (stays !== null) return at - touchedAt >= stays ? fresh(flow, at) : flow;
  if (at - touchedAt < ASK_AFTER_MS) return flow;
  // Nothing personal stands on the first screen: no need to ask, only the language starts anew.
  return screen.step === "group" ? fresh(flow, at) : { ...flow, askedAt: at };
}

function fresh({ visitor }: KioskFlow, at: number): KioskFlow {
  return { ...startFlow(at), visitor: visitor + 1 };
}

function back(screen: Screen, hasOneService: boolean): Screen {
  switch (screen.step) {
    case "taking":
    case "looking":
      return screen;
    case "confirm":
      if (screen.before !== null) return screen.before;
      return hasOneService ? START : { step: "service", agencyId: screen.agencyId, page: 0 };
    case "dossier":
      return screen.more.kind === "closed"
        ? START
        : { ...screen, page: 0, more: { kind: "closed" } };
    default:
      return START;
  }
}

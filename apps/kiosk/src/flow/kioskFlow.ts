import type { DataOf, ErrorCode, PaperNews, PayloadOf, PrinterState } from "@luot/contract";
import type { Scanned } from "../scan/scanned.ts";
import { afterNews, isOnScreenOnly, mayAskAgain, type PaperStanding } from "./paperStanding.ts";

/** A number that was given. */
export type GivenTicket = DataOf<"ticket:issue">;

/** The wish that LẤY SỐ sends: one id for one wish, kept until it is answered. */
export interface Wish {
  readonly id: string;
  readonly payload: PayloadOf<"ticket:issue">;
  /** How the printer was when it was made. */
  readonly printer: PrinterState | null;
}

/** Where somebody stands on the way to a number. */
export type Screen =
  | { readonly step: "group"; readonly page: number }
  | { readonly step: "service"; readonly agencyId: string; readonly page: number }
  | {
      readonly step: "confirm";
      readonly agencyId: string;
      readonly serviceId: string;
      readonly reasonId: string | null;
      readonly page: number;
    }
  | { readonly step: "taking"; readonly wish: Wish }
  | {
      readonly step: "refused";
      readonly code: ErrorCode | "disconnected";
      readonly details: Readonly<Record<string, string | number>>;
      /** Only after `disconnected`: the same wish may be sent again. */
      readonly wish: Wish | null;
    }
  | { readonly step: "scanned"; readonly what: Scanned }
  | { readonly step: "ticket"; readonly ticket: GivenTicket; readonly paper: PaperStanding };

/** The whole flow. Times are monotonic ms. */
export interface KioskFlow {
  readonly screen: Screen;
  readonly touchedAt: number;
  /** Since when "Ông/bà còn ở đây không?" stands on the screen. */
  readonly askedAt: number | null;
  /** Counts people: a new one starts in the first language. */
  readonly visitor: number;
}

export type KioskAction =
  | { readonly type: "touched"; readonly at: number }
  | { readonly type: "ticked"; readonly at: number }
  | { readonly type: "stayed"; readonly at: number }
  | { readonly type: "ended"; readonly at: number }
  | { readonly type: "started-again" }
  | { readonly type: "went-back"; readonly hasOneService: boolean }
  | { readonly type: "turned"; readonly page: number }
  | { readonly type: "chose-group"; readonly agencyId: string; readonly onlyService: string | null }
  | { readonly type: "chose-service"; readonly serviceId: string }
  | { readonly type: "chose-reason"; readonly reasonId: string | null }
  | { readonly type: "took"; readonly wish: Wish }
  | { readonly type: "given"; readonly wishId: string; readonly ticket: GivenTicket }
  | {
      readonly type: "refused";
      readonly wishId: string;
      readonly code: ErrorCode | "disconnected";
      readonly details: Readonly<Record<string, string | number>>;
    }
  | { readonly type: "paper-told"; readonly news: PaperNews; readonly at: number }
  | { readonly type: "asked-copy"; readonly at: number }
  | { readonly type: "scanned"; readonly what: Scanned; readonly at: number };

/** Somebody who does nothing for so long is asked, ms. */
export const ASK_AFTER_MS = 60_000;
/** So long the question stands before the kiosk starts again, ms. */
export const ANSWER_WITHIN_MS = 30_000;
/** The ticket stays so long, ms. */
export const TICKET_STAYS_MS = 12_000;
/** What is said to a scan stays so long, ms. */
export const SCANNED_STAYS_MS = 30_000;
/** So long it stays without a paper, to be photographed, ms. */
export const PAPERLESS_STAYS_MS = 60_000;

const START: Screen = { step: "group", page: 0 };

/** The flow when nobody has touched the kiosk. */
export function startFlow(at: number): KioskFlow {
  return { screen: START, touchedAt: at, askedAt: null, visitor: 0 };
}

/** The next state of the flow. Pure; an action that does not fit the screen changes nothing. */
export function kioskFlow(flow: KioskFlow, action: KioskAction): KioskFlow {
  if (action.type === "touched")
    return flow.askedAt === null ? { ...flow, touchedAt: action.at } : flow;
  if (action.type === "stayed") return { ...flow, askedAt: null, touchedAt: action.at };
  if (action.type === "ended") return fresh(flow, action.at);
  if (action.type === "ticked") return ticked(flow, action.at);
  if (action.type === "scanned") return scanned(flow, action);
  const screen = nextScreen(flow.screen, action);
  // What became of the paper gives the person time again to read it.
  if ("at" in action && screen !== flow.screen) return { ...flow, screen, touchedAt: action.at };
  return screen === flow.screen ? flow : { ...flow, screen };
}

function ticked(flow: KioskFlow, at: number): KioskFlow {
  const { screen, touchedAt, askedAt } = flow;
  if (screen.step === "taking") return { ...flow, touchedAt: at };
  if (askedAt !== null) return at - askedAt >= ANSWER_WITHIN_MS ? fresh(flow, at) : flow;
  if (screen.step === "ticket")
    return at - touchedAt >= staysMs(screen.paper) ? fresh(flow, at) : flow;
  if (screen.step === "scanned") return at - touchedAt >= SCANNED_STAYS_MS ? fresh(flow, at) : flow;
  if (at - touchedAt < ASK_AFTER_MS) return flow;
  // Nothing personal stands on the first screen: no need to ask, only the language starts anew.
  return screen.step === "group" ? fresh(flow, at) : { ...flow, askedAt: at };
}

/** Somebody who scans is there. What is under way, or stands there to be read, comes first. */
function scanned(
  flow: KioskFlow,
  { what, at }: Extract<KioskAction, { type: "scanned" }>,
): KioskFlow {
  const { screen } = flow;
  const isBusy = screen.step === "taking" || screen.step === "ticket";
  const isUnanswered = screen.step === "refused" && screen.wish !== null;
  if (isBusy || isUnanswered) return flow;
  return { ...flow, screen: { step: "scanned", what }, touchedAt: at, askedAt: null };
}

function staysMs(paper: PaperStanding): number {
  return isOnScreenOnly(paper) ? PAPERLESS_STAYS_MS : TICKET_STAYS_MS;
}

function fresh({ visitor }: KioskFlow, at: number): KioskFlow {
  return { ...startFlow(at), visitor: visitor + 1 };
}

type Step = Exclude<
  KioskAction,
  { readonly type: "touched" | "ticked" | "stayed" | "ended" | "scanned" }
>;

function nextScreen(screen: Screen, action: Step): Screen {
  switch (action.type) {
    case "started-again":
      return screen.step === "taking" ? screen : START;
    case "went-back":
      return back(screen, action.hasOneService);
    case "turned":
      return "page" in screen ? { ...screen, page: action.page } : screen;
    case "chose-group":
      return choseGroup(screen, action);
    case "chose-service":
      return screen.step === "service" ? confirm(screen.agencyId, action.serviceId) : screen;
    case "chose-reason":
      return screen.step === "confirm" ? { ...screen, reasonId: action.reasonId } : screen;
    case "took":
      return took(screen, action.wish);
    case "given":
      return isAnswer(screen, action.wishId) ? given(screen.wish, action.ticket) : screen;
    case "refused":
      return isAnswer(screen, action.wishId) ? refused(screen, action) : screen;
    case "paper-told":
      return paperTold(screen, action.news);
    case "asked-copy":
      return screen.step === "ticket" && mayAskAgain(screen.paper)
        ? { ...screen, paper: { kind: "printing", copy: 1 } }
        : screen;
    default:
      return action satisfies never;
  }
}

function given({ payload, printer }: Wish, ticket: GivenTicket): Screen {
  const paper: PaperStanding = payload.print
    ? { kind: "printing", copy: 0 }
    : { kind: "paperless", printer };
  return { step: "ticket", ticket, paper };
}

function paperTold(screen: Screen, news: PaperNews): Screen {
  if (screen.step !== "ticket" || screen.ticket.ticketId !== news.ticketId) return screen;
  const paper = afterNews(screen.paper, news);
  return paper === screen.paper ? screen : { ...screen, paper };
}

function back(screen: Screen, hasOneService: boolean): Screen {
  if (screen.step === "confirm" && !hasOneService)
    return { step: "service", agencyId: screen.agencyId, page: 0 };
  return screen.step === "taking" ? screen : START;
}

function choseGroup(
  screen: Screen,
  { agencyId, onlyService }: Extract<KioskAction, { type: "chose-group" }>,
): Screen {
  if (screen.step !== "group") return screen;
  return onlyService === null
    ? { step: "service", agencyId, page: 0 }
    : confirm(agencyId, onlyService);
}

function confirm(agencyId: string, serviceId: string): Screen {
  return { step: "confirm", agencyId, serviceId, reasonId: null, page: 0 };
}

/** A wish is made once; what was not answered may be sent again, but only as the same wish. */
function took(screen: Screen, wish: Wish): Screen {
  if (screen.step === "confirm") return { step: "taking", wish };
  if (screen.step === "refused" && screen.wish?.id === wish.id) return { step: "taking", wish };
  return screen;
}

function isAnswer(
  screen: Screen,
  wishId: string,
): screen is Extract<Screen, { readonly step: "taking" }> {
  return screen.step === "taking" && screen.wish.id === wishId;
}

function refused(
  { wish }: Extract<Screen, { readonly step: "taking" }>,
  { code, details }: Extract<KioskAction, { type: "refused" }>,
): Screen {
  return { step: "refused", code, details, wish: code === "disconnected" ? wish : null };
}

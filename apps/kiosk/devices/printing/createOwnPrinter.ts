import { type CentreSettings, localTime } from "@luot/hub-client";
import type { Clock, Logger } from "@luot/kit";
import {
  createPaperPrinting,
  type Paper,
  type PaperOutcome,
  type PaperPrinting,
  type PrinterAddress,
  type PrinterState,
  PrintJobs,
  type TicketTemplate,
} from "@luot/printer";
import type { KioskBook } from "@luot/store";
import { kioskDocument } from "./kioskDocument.ts";
import { Listeners, type OwnPrinter } from "./OwnPrinter.ts";

export interface OwnPrinterDeps {
  readonly address: PrinterAddress;
  /** What stands where on a ticket. */
  readonly template: TicketTemplate;
  readonly book: KioskBook;
  /** Address of a ticket's phone page, by its token. */
  readonly phoneUrl: (token: string) => string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** A printer in trouble is asked at each turn, so that a new roll is noticed soon; a good one less. */
const TURN_MS = 2_000;
const TURNS_WHEN_WELL = 5;
const RETRY_MS = 700;
/** The hub is asked for its settings every two seconds. */
const SETTINGS_WITHIN_MS = 10_000;
const LOOK_AGAIN_MS = 100;

/** Connects the kiosk's own printer, settles what the last stop interrupted, and prints. */
export async function createOwnPrinter(deps: OwnPrinterDeps): Promise<OwnPrinter> {
  const { address, template, book, clock, log } = deps;
  const states = new Listeners<[PrinterState]>();
  const outcomes = new Listeners<[Paper, PaperOutcome]>();
  let state: PrinterState = "unknown";
  const printing = createPaperPrinting(address, {
    template,
    onState: (next) => {
      state = next;
      log.info("printer", { state: next });
      states.tell(next);
    },
    onLateConfirmation: (paper) => {
      jobs.confirmLate(paper).catch((cause: unknown) => log.error("late word", { cause }));
    },
    log,
  });
  const jobs: PrintJobs = new PrintJobs({
    book: book.papers,
    print: (paper, beforeFirstByte) => printOne(paper, deps, printing, beforeFirstByte),
    printerState: () => state,
    clearBuffer: () => printing.clearBuffer(),
    isWanted: wantedBy(deps),
    onOutcome: async (paper, outcome) => outcomes.tell(paper, outcome),
    clock,
    log,
    retryMs: RETRY_MS,
  });
  await jobs.recover([]);
  const timer = askNowAndThen(printing, () => state, log);
  return {
    print: (paper) => jobs.add(paper),
    state: () => state,
    onState: states.add,
    onOutcome: outcomes.add,
    async close() {
      clearInterval(timer);
      await jobs.close();
      await printing.close();
    },
  };
}

async function printOne(
  paper: Paper,
  { book, phoneUrl, clock }: OwnPrinterDeps,
  printing: PaperPrinting,
  beforeFirstByte: () => void,
): ReturnType<PaperPrinting["print"]> {
  const settings = await settingsSoon(book);
  const wish = book.wishes.ofTicket(paper.ticketId);
  const facts = { copy: paper.copy, printedAt: hubTime(book, clock), phoneUrl };
  const document = settings && wish && kioskDocument(settings, wish, facts);
  if (document === null) throw new Error(`nothing is known of ticket ${paper.ticketId}`);
  return printing.print(paper, document, beforeFirstByte);
}

/**
 * The kept settings, without which a paper has no words. A kiosk that has just met its hub may have a
 * number for somebody before it has them.
 *
 * @returns `null` when they did not come in time
 */
async function settingsSoon(book: KioskBook): Promise<CentreSettings | null> {
  for (let waitedMs = 0; waitedMs < SETTINGS_WITHIN_MS; waitedMs += LOOK_AGAIN_MS) {
    const settings = book.meta.settings();
    if (settings !== null) return settings;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return book.meta.settings();
}

/** Papers that a stop left behind are of use on their own day only; what is asked for now always. */
function wantedBy({ book, clock }: OwnPrinterDeps): (paper: Paper) => boolean {
  const left = new Set(book.papers.unfinished().map(keyOf));
  const today = dayOf(hubTime(book, clock), book);
  return (paper) => {
    if (!left.has(keyOf(paper))) return true;
    const wish = book.wishes.ofTicket(paper.ticketId);
    return wish !== null && dayOf(wish.arrivedAt, book) === today;
  };
}

function dayOf(at: number, book: KioskBook): string {
  return localTime(at, book.meta.settings()?.calendar.timeZone ?? "UTC").date;
}

/** Only for the words on a paper, and for the day at the start. */
function hubTime(book: KioskBook, clock: Clock): number {
  return clock.now() + (book.meta.contact()?.offsetMs ?? 0);
}

function keyOf({ ticketId, copy }: Paper): string {
  return `${ticketId}/${copy}`;
}

/** Asks the printer how it is, also while nothing is printed. */
function askNowAndThen(
  printing: PaperPrinting,
  state: () => PrinterState,
  log: Logger,
): NodeJS.Timeout {
  const check = (): void => {
    printing.status().catch((cause: unknown) => log.warn("printer status", { cause }));
  };
  check();
  let turn = 0;
  return setInterval(() => {
    turn++;
    if (state() !== "ready" || turn % TURNS_WHEN_WELL === 0) check();
  }, TURN_MS);
}

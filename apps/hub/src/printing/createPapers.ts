import type { PaperNews } from "@luot/contract";
import type { Event, State, Ticket } from "@luot/domain";
import {
  createPaperPrinting,
  type Paper,
  type PaperOutcome,
  type PaperPrinting,
  type PrinterState,
  PrintJobs,
} from "@luot/printer";
import type { Core } from "../core.ts";
import type { HubOptions } from "../HubOptions.ts";
import { ticketToken } from "../identity/tokens.ts";
import { ticketDocument } from "./ticketDocument.ts";

/** The hub's own printing, for kiosks that are a browser page. */
export interface Papers {
  readonly state: () => PrinterState | "none";
  readonly close: () => Promise<void>;
}

/** Whom the printing tells, besides the journal. */
export interface PaperListeners {
  readonly onPrinter: (state: PrinterState) => void;
  readonly onPaper: (deviceId: string, news: PaperNews) => void;
}

/** A printer in trouble is asked at each turn, so that a new roll is noticed soon; a good one less. */
const TURN_MS = 2_000;
const TURNS_WHEN_WELL = 5;
const RETRY_MS = 700;
const SILENCES_ALLOWED = 5;

const NO_PAPERS: Papers = { state: () => "none", close: async () => undefined };

/**
 * Connects the printer, settles what the last stop interrupted, and prints from then on.
 *
 * @param baseUrl of the phone pages in the QR codes
 */
export async function createPapers(
  { printer, ticketTemplate, clock, log }: HubOptions,
  core: Core,
  baseUrl: string,
  listeners: PaperListeners,
): Promise<Papers> {
  if (printer === null) return NO_PAPERS;
  const { engine, store, roll } = core;
  let state: PrinterState = "unknown";
  const printing = createPaperPrinting(printer, {
    template: ticketTemplate,
    onState: (next) => {
      if (state === "paper_out" && next === "ready") roll.change();
      state = next;
      log.info("printer", { state: next });
      noteState(core, next);
      listeners.onPrinter(next);
    },
    onLateConfirmation: (paper) => {
      jobs.confirmLate(paper).catch((cause: unknown) => log.error("late word", { cause }));
    },
    log,
  });
  const jobs: PrintJobs = new PrintJobs({
    book: store.papers,
    print: (paper, beforeFirstByte) =>
      printOne(paper, { core, printing, baseUrl, now: clock.now() }, beforeFirstByte),
    printerState: () => state,
    clearBuffer: () => printing.clearBuffer(),
    isWanted: ({ ticketId }) => isWaitedFor(engine.state.tickets.get(ticketId)),
    onOutcome: (paper, outcome) => noteOutcome(paper, outcome, core, listeners),
    clock,
    log,
    retryMs: RETRY_MS,
  });
  core.onEvents((events) => papersIn(events, core).forEach((paper) => jobs.add(paper)));
  await jobs.recover(papersOf(engine.state).filter((paper) => wasOurs(paper, core)));
  const timer = askNowAndThen(core, printing, () => state, log);
  return {
    state: () => state,
    async close() {
      clearInterval(timer);
      await jobs.close();
      await printing.close();
    },
  };
}

async function printOne(
  paper: Paper,
  deps: {
    readonly core: Core;
    readonly printing: PaperPrinting;
    readonly baseUrl: string;
    /** Epoch ms. */
    readonly now: number;
  },
  beforeFirstByte: () => void,
): ReturnType<PaperPrinting["print"]> {
  const { engine, masterKey, roll } = deps.core;
  const { ticketId, copy } = paper;
  const ticket = engine.state.tickets.get(ticketId);
  if (ticket === undefined) throw new Error(`no ticket ${ticketId}`);
  const token = ticketToken(masterKey, ticketId, engine.state.day ?? "");
  const facts = { qr: `${deps.baseUrl}/p/${token}`, copy, printedAt: deps.now };
  const document = ticketDocument(engine.state, ticket, facts);
  return deps.printing.print(paper, document, (lengthMm) => {
    beforeFirstByte();
    roll.use(lengthMm);
  });
}

/**
 * The papers that committed facts ask for. A kiosk with a printer of its own prints the first paper
 * and the copies it asks for itself; what an officer asks for comes out here, for that printer may be
 * why.
 */
function papersIn(events: readonly Event[], { store }: Core): readonly Paper[] {
  return events.flatMap((event) => {
    if (event.type === "ticket-issued" && event.print === "pending")
      return event.deviceId !== null && store.series.has(event.deviceId)
        ? []
        : [{ ticketId: event.ticketId, copy: 0 }];
    if (event.type !== "ticket-reprinted") return [];
    const [kind, id = ""] = event.actor.split(":");
    return kind === "device" && store.series.has(id)
      ? []
      : [{ ticketId: event.ticketId, copy: event.copy }];
  });
}

/** Whether a paper is not that of a kiosk with a printer of its own, or was begun here. */
function wasOurs(paper: Paper, { engine, store }: Core): boolean {
  const deviceId = engine.state.tickets.get(paper.ticketId)?.deviceId ?? null;
  const isKiosks = deviceId !== null && store.series.has(deviceId);
  return !isKiosks || store.papers.stateOf(paper) !== null;
}

/** The papers of today that the journal has no outcome of, and the copies that were asked for. */
function papersOf(state: State): readonly Paper[] {
  if (!state.isOpen) return [];
  return [...state.tickets.values()]
    .filter(isWaitedFor)
    .flatMap(({ id, print, copies }) => [
      ...(print === "pending" ? [{ ticketId: id, copy: 0 }] : []),
      ...(copies === 0 ? [] : [{ ticketId: id, copy: copies }]),
    ]);
}

function isWaitedFor(ticket: Ticket | undefined): boolean {
  const status = ticket?.place.status ?? "done";
  return status !== "done" && status !== "cancelled" && status !== "expired";
}

/** Tells the journal, the alarms, and the device that asked for the paper. */
async function noteOutcome(
  { ticketId, copy }: Paper,
  outcome: PaperOutcome,
  { engine, alarms, asHub }: Core,
  listeners: PaperListeners,
): Promise<void> {
  const ticket = engine.state.tickets.get(ticketId);
  if (ticket === undefined) return;
  const { label, deviceId, print } = ticket;
  alarms.clear(`print_unknown:${label}`);
  alarms.clear(`print_failed:${label}`);
  if (outcome !== "confirmed") alarms.raise(`print_${outcome}`, label);
  if (deviceId !== null) listeners.onPaper(deviceId, { ticketId, copy, outcome });
  // A copy that came out is a paper in the citizen's hand; one that did not changes nothing.
  const isNews = copy === 0 || outcome === "confirmed";
  if (!isNews || print === "none" || print === "confirmed" || print === outcome) return;
  const ack = await asHub("ticket:confirm-print", { ticketId, outcome });
  if (!ack.ok) throw new Error(`the outcome of ${label} was refused: ${ack.error.code}`);
}

function noteState({ alarms }: Core, state: PrinterState): void {
  alarms.clearKind("printer");
  // One answer too late is no fault; a printer that stays silent is asked again.
  if (state !== "ready" && state !== "unknown") alarms.raise("printer", state);
}

/** Asks the printer how it is, also while nothing is printed. */
function askNowAndThen(
  { alarms }: Core,
  printing: PaperPrinting,
  state: () => PrinterState,
  log: HubOptions["log"],
): NodeJS.Timeout {
  let silences = 0;
  const ask = async (): Promise<void> => {
    silences = (await printing.status()) === "unknown" ? silences + 1 : 0;
    if (silences === SILENCES_ALLOWED) alarms.raise("printer", "unknown");
  };
  const check = (): void => {
    ask().catch((cause: unknown) => log.warn("printer status", { cause }));
  };
  check();
  let turn = 0;
  return setInterval(() => {
    turn++;
    if (state() !== "ready" || turn % TURNS_WHEN_WELL === 0) check();
  }, TURN_MS);
}

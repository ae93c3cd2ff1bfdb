import type { PrinterState } from "@luot/printer";
import type { Core } from "../core.ts";
import type { HubOptions } from "../HubOptions.ts";
import { ticketToken } from "../identity/tokens.ts";
import { createTicketPrinting } from "./createTicketPrinting.ts";
import { PrintQueue } from "./PrintQueue.ts";

/** The hub's own printing, for kiosks that are a browser page. */
export interface Papers {
  readonly state: () => PrinterState | "none";
  readonly close: () => Promise<void>;
}

const STATUS_EVERY_MS = 10_000;
const RETRY_MS = 700;
const SILENCES_ALLOWED = 3;

const NO_PAPERS: Papers = { state: () => "none", close: async () => undefined };

/**
 * Connects the printer, settles what the last stop interrupted, and prints from then on.
 *
 * @param baseUrl of the phone pages in the QR codes
 */
export async function createPapers(
  { printer, clock, log }: HubOptions,
  core: Core,
  baseUrl: string,
): Promise<Papers> {
  if (printer === null) return NO_PAPERS;
  const { engine, store, alarms, masterKey, asHub } = core;
  let state: PrinterState = "unknown";
  const printing = createTicketPrinting(printer, {
    state: () => engine.state,
    phoneUrlOf: (ticketId) =>
      `${baseUrl}/p/${ticketToken(masterKey, ticketId, engine.state.day ?? "")}`,
    now: () => clock.now(),
    onState: (next) => {
      state = next;
      alarms.clearKind("printer");
      // One answer too late is no fault; a printer that stays silent is asked again below.
      if (next !== "ready" && next !== "unknown") alarms.raise("printer", next);
    },
    log,
  });
  const queue = new PrintQueue({
    jobs: store.printJobs,
    print: printing.print,
    state: () => engine.state,
    confirm: async (ticketId, outcome) => {
      const ack = await asHub("ticket:confirm-print", { ticketId, outcome });
      if (!ack.ok) log.warn("a paper was not noted", { ticketId, code: ack.error.code });
    },
    onOutcome: (label, outcome) => {
      if (outcome === "unknown") alarms.raise("print_unknown", label);
    },
    clock,
    log,
    retryMs: RETRY_MS,
  });
  core.onEvents((events) => queue.publish(events));
  await queue.recover();
  let silences = 0;
  const ask = async (): Promise<void> => {
    silences = (await printing.status()) === "unknown" ? silences + 1 : 0;
    if (silences === SILENCES_ALLOWED) alarms.raise("printer", "unknown");
  };
  const check = (): void => {
    ask().catch((cause: unknown) => log.warn("printer status", { cause }));
  };
  check();
  const timer = setInterval(check, STATUS_EVERY_MS);
  return {
    state: () => state,
    async close() {
      clearInterval(timer);
      await queue.close();
      await printing.close();
    },
  };
}

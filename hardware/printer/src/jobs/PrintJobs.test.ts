import { silentLogger } from "@luot/kit";
import { describe, expect, it } from "vitest";
import { InMemoryPrintJobBook } from "../testing/InMemoryPrintJobBook.ts";
import type { PrinterState, PrintOutcome } from "../TicketPrinter.ts";
import type { Paper, PrintJobState } from "./PrintJobBook.ts";
import { type PaperOutcome, PrintJobs } from "./PrintJobs.ts";

const FIRST: Paper = { ticketId: "t", copy: 0 };
const COPY: Paper = { ticketId: "t", copy: 1 };
const OTHER: Paper = { ticketId: "u", copy: 0 };

/** How a printer answers a job: an outcome, with or without bytes, or a bug. */
type Step = PrintOutcome | "link breaks before a byte" | "throws" | "throws while sending";

/** Jobs on a printer that answers as told, then confirms everything. */
function someJobs(
  script: readonly Step[],
  {
    book = new InMemoryPrintJobBook(),
    state = "ready",
    wanted = () => true,
  }: {
    readonly book?: InMemoryPrintJobBook;
    readonly state?: PrinterState;
    readonly wanted?: (paper: Paper) => boolean;
  },
) {
  const left = [...script];
  const printed: string[] = [];
  const told: string[] = [];
  let clearings = 0;
  const jobs = new PrintJobs({
    book,
    async print(paper, beforeFirstByte) {
      const step = left.shift() ?? "confirmed";
      if (step === "throws") throw new Error("a bug");
      if (step === "not_sent") return "not_sent";
      beforeFirstByte();
      if (step === "throws while sending") throw new Error("a bug");
      if (step === "link breaks before a byte") return "not_sent";
      printed.push(`${paper.ticketId}/${paper.copy}`);
      return step;
    },
    printerState: () => state,
    clearBuffer: async () => void clearings++,
    isWanted: wanted,
    async onOutcome(paper: Paper, outcome: PaperOutcome) {
      told.push(`${paper.ticketId}/${paper.copy} ${outcome}`);
    },
    clock: { now: () => 0, monotonic: () => 0 },
    log: silentLogger,
    retryMs: 1,
  });
  return { jobs, book, printed, told, clearings: () => clearings };
}

const bookWith = (...states: readonly (readonly [Paper, PrintJobState])[]) => {
  const book = new InMemoryPrintJobBook();
  for (const [paper, state] of states) book.set(paper, state);
  book.written.length = 0;
  return book;
};

describe("a paper", () => {
  it("[I12] is on record before it is asked of the printer, and as sending before a byte", async () => {
    const { jobs, book, told } = someJobs([], {});
    jobs.add(FIRST);
    await jobs.close();
    expect(book.written).toEqual(["t/0 queued"]);
    const again = someJobs([], { book });
    await again.jobs.recover([]);
    again.jobs.add(OTHER);
    await until(() => again.told.length === 2);
    expect(book.written).toEqual([
      "t/0 queued",
      "u/0 queued",
      "t/0 sending",
      "t/0 confirmed",
      "u/0 sending",
      "u/0 confirmed",
    ]);
    expect(told).toEqual([]);
  });

  it.each<[readonly Step[], PaperOutcome, number]>([
    [["confirmed"], "confirmed", 1],
    [["unknown"], "unknown", 1],
    [["not_sent", "not_sent", "confirmed"], "confirmed", 1],
    [["link breaks before a byte", "confirmed"], "confirmed", 1],
    [["not_sent", "not_sent", "not_sent"], "failed", 0],
    [["not_sent", "unknown"], "unknown", 1],
    [["throws"], "failed", 0],
    [["throws while sending"], "unknown", 0],
  ])("on a printer that answers %j ends %s", async (script, outcome, papers) => {
    const { jobs, told, printed, book } = someJobs(script, { state: "offline" });
    jobs.add(FIRST);
    await until(() => told.length > 0);
    expect(told).toEqual([`t/0 ${outcome}`]);
    expect(book.stateOf(FIRST)).toBe(outcome);
    expect(printed).toHaveLength(papers);
  });

  it.each<PrinterState>(["paper_out", "cover_open"])(
    "is given up at once on a printer that is %s: only a person can mend that",
    async (state) => {
      const { jobs, told, printed } = someJobs(["not_sent", "confirmed"], { state });
      jobs.add(FIRST);
      await until(() => told.length > 0);
      expect([told, printed]).toEqual([["t/0 failed"], []]);
    },
  );

  it("is printed once, however often it is asked for", async () => {
    const { jobs, printed, told } = someJobs([], {});
    jobs.add(FIRST);
    jobs.add(FIRST);
    jobs.add(OTHER);
    await until(() => told.length === 2);
    jobs.add(FIRST);
    jobs.add(COPY);
    await until(() => told.length === 3);
    expect(printed).toEqual(["t/0", "u/0", "t/1"]);
  });

  it("is not printed for a ticket that is over", async () => {
    const { jobs, printed, told, book } = someJobs([], {
      wanted: ({ ticketId }) => ticketId !== "t",
    });
    jobs.add(FIRST);
    jobs.add(OTHER);
    await until(() => told.length === 1);
    expect([printed, book.stateOf(FIRST)]).toEqual([["u/0"], "failed"]);
  });

  it("clears the printer before a copy of one that may still come out, and only then", async () => {
    const doubtful = someJobs([], { book: bookWith([FIRST, "unknown"]) });
    doubtful.jobs.add(COPY);
    await until(() => doubtful.told.length === 1);
    expect(doubtful.clearings()).toBe(1);
    const failed = someJobs([], { book: bookWith([FIRST, "failed"]) });
    failed.jobs.add(COPY);
    await until(() => failed.told.length === 1);
    expect(failed.clearings()).toBe(0);
  });

  it("in doubt is confirmed by a late word, and no other is", async () => {
    const { jobs, told, book } = someJobs([], {
      book: bookWith([FIRST, "unknown"], [OTHER, "failed"]),
    });
    await jobs.confirmLate(FIRST);
    await jobs.confirmLate(FIRST);
    await jobs.confirmLate(OTHER);
    expect(told).toEqual(["t/0 confirmed"]);
    expect(book.stateOf(OTHER)).toBe("failed");
  });
});

describe("after a stop", () => {
  it.each<[PrintJobState | "no record", readonly string[], readonly string[]]>([
    ["no record", ["t/0"], ["t/0 confirmed"]],
    ["queued", ["t/0"], ["t/0 confirmed"]],
    ["sending", [], ["t/0 unknown"]],
    ["confirmed", [], ["t/0 confirmed"]],
    ["unknown", [], ["t/0 unknown"]],
    ["failed", [], ["t/0 failed"]],
  ])("[I12] a paper with %s that is wanted: printed %j, told %j", async (state, papers, news) => {
    const book = state === "no record" ? bookWith() : bookWith([FIRST, state]);
    const { jobs, printed, told } = someJobs([], { book });
    await jobs.recover([FIRST]);
    await until(() => told.length > 0);
    await jobs.close();
    expect([printed, told]).toEqual([papers, news]);
  });

  it("says nothing again of papers that the owner has an outcome of", async () => {
    const { jobs, told, printed } = someJobs([], { book: bookWith([FIRST, "confirmed"]) });
    await jobs.recover([]);
    await jobs.close();
    expect([told, printed]).toEqual([[], []]);
  });
});

/** Waits for what other turns of the event loop bring; the test's own time-out is the limit. */
async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 1));
}

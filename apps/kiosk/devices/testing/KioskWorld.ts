import type { Answer } from "@luot/hub-client";
import { silentLogger, uuidv7 } from "@luot/kit";
import { type Paper, PrintJobs, type PrintOutcome } from "@luot/printer";
import { type KioskBook, openKioskBook, type WishPayload } from "@luot/store";
import { vi } from "vitest";
import { aCentre, T0 } from "../../src/testing/aCentre.ts";
import { createOfflineHub } from "../offline/createOfflineHub.ts";
import type { OfflineHub } from "../offline/OfflineHub.ts";
import { Listeners, type OwnPrinter } from "../printing/OwnPrinter.ts";
import { type Line, ModelClient } from "./ModelClient.ts";
import { ModelHub, type ModelFaults } from "./ModelHub.ts";
import { Life, mortal } from "./mortal.ts";

const centre = aCentre({});
/** Open at all hours. */
export const SETTINGS = { ...centre, calendar: { ...centre.calendar, alwaysOpen: true } };
export const A_WISH: WishPayload = {
  serviceId: "a-submit",
  class: "normal",
  reason: null,
  language: "vi",
  print: true,
};

const RESTART_MS = 300;
const PRINTING_MS = 700;

/** Somebody before the screen. */
export interface Citizen {
  readonly id: string;
  readonly payload: WishPayload;
  /** Whatever the screen was told, each time it asked. */
  readonly answers: Answer<"ticket:issue">[];
  /** Whether the screen still asks, also of the next process. */
  isAsking: boolean;
  /** How long the screen waited for each answer of a kiosk that could give one itself, ms. */
  readonly waitsMs: number[];
}

/** One run of the kiosk's process. */
interface Process {
  readonly life: Life;
  readonly client: ModelClient;
  readonly hub: OfflineHub;
}

/**
 * A kiosk and its hub in a test's hands: a line that is cut, a process that is killed between any two
 * writes, a wall clock that jumps, a screen that repeats what was not answered. Needs fake timers.
 */
export class KioskWorld {
  readonly hub: ModelHub;
  readonly book: KioskBook;
  readonly citizens: Citizen[] = [];
  /** Papers that came out, with the label on each. */
  readonly papers: { readonly paper: Paper; readonly label: string }[] = [];
  readonly line: Line = {
    isUp: true,
    latencyMs: 5,
    silentSince: null,
    noticedAfterMs: 1_000,
  };
  settings = SETTINGS;
  nextOutcome: PrintOutcome = "confirmed";
  #wallJumpMs = 0;
  #ids = 0;
  #process: Process | null = null;
  #isOver = false;
  /** Citizens whose question this process has not answered. */
  readonly #pending = new Set<string>();
  readonly #startsAt: number;
  /** When the next process dies, in writes; 0 for never. */
  #nextDeath = 0;

  /** @param startsAt epoch ms of the hub's clock */
  constructor(faults: Partial<ModelFaults> = {}, startsAt = T0) {
    this.#startsAt = startsAt;
    this.hub = new ModelHub(this.hubNow, this.newId, { forgetsSuperseded: false, ...faults });
    this.book = openKioskBook(":memory:", { clock: this.clock, log: silentLogger });
    this.book.tokens.write("a token of this kiosk");
    this.start();
  }

  readonly clock = {
    now: (): number => this.#startsAt + performance.now() + this.#wallJumpMs,
    monotonic: (): number => performance.now(),
  };

  /** The hub's clock is right, whatever the kiosk's says. */
  readonly hubNow = (): number => this.#startsAt + Math.floor(performance.now());

  readonly newId = (): string => {
    const random = new Uint8Array(10);
    new DataView(random.buffer).setUint32(6, ++this.#ids);
    return uuidv7(this.hubNow(), random);
  };

  get offline(): OfflineHub | null {
    return this.#process?.hub ?? null;
  }

  /** Starts the kiosk's process, when it is not there. */
  start(): void {
    if (this.#process !== null || this.#isOver) return;
    const life = new Life(() => this.#died());
    const book = mortal(this.book, life);
    const client = new ModelClient({
      hub: this.hub,
      line: this.line,
      clock: this.clock,
      hubNow: this.hubNow,
      settings: this.settings,
      series: book.series,
      newId: this.newId,
    });
    try {
      const printer = this.#printerOn(book, life);
      const deps = { hub: client, book, printer, clock: this.clock, log: silentLogger };
      this.#process = { life, client, hub: createOfflineHub(deps) };
    } catch (cause) {
      if (!life.isOver) throw cause;
      client.close();
      return;
    }
    if (this.#nextDeath > 0) life.endBeforeWrite(this.#nextDeath);
    this.#nextDeath = 0;
    for (const citizen of this.citizens) if (citizen.isAsking) void this.#ask(citizen);
  }

  /** Kills it now, or right before its n-th write from now; it is back a moment later. */
  kill(beforeWrite: number): void {
    const life = this.#process?.life;
    if (life === undefined) this.#nextDeath = beforeWrite;
    else if (beforeWrite === 0) life.end();
    else life.endBeforeWrite(beforeWrite);
  }

  /** Somebody asks for a number. */
  take(payload = A_WISH): Citizen {
    const citizen: Citizen = {
      id: this.newId(),
      payload,
      answers: [],
      isAsking: true,
      waitsMs: [],
    };
    this.citizens.push(citizen);
    void this.#ask(citizen);
    return citizen;
  }

  /** The screen asks the same again. */
  again(citizen: Citizen | undefined): void {
    if (citizen !== undefined) void this.#ask(citizen);
  }

  cut(): void {
    if (!this.line.isUp) return;
    this.line.isUp = false;
    this.#process?.client.drop();
  }

  heal(): void {
    this.line.isUp = true;
  }

  /** Nothing comes back from the hub; what it is asked it does. */
  silence(): void {
    this.line.silentSince ??= performance.now();
  }

  voice(): void {
    this.line.silentSince = null;
  }

  /** The hub is killed and started again at once. */
  restartHub(): void {
    this.hub.restart();
    this.#process?.client.drop();
  }

  jump(ms: number): void {
    this.#wallJumpMs += ms;
  }

  /** Everything works again and all that is under way comes to its end. */
  async settle(): Promise<void> {
    Object.assign(this.line, { isUp: true, latencyMs: 5, silentSince: null });
    this.nextOutcome = "confirmed";
    await vi.advanceTimersByTimeAsync(90_000);
  }

  end(): void {
    this.#isOver = true;
    this.#process?.life.end();
    this.book.close();
  }

  #died(): void {
    const dead = this.#process;
    this.#process = null;
    this.#pending.clear();
    if (!this.#isOver) setTimeout(() => this.start(), RESTART_MS);
    try {
      // Only its timers are still there; what it wants to keep at its end it can't.
      dead?.hub.close();
    } catch {
      dead?.client.close();
    }
  }

  async #ask(citizen: Citizen): Promise<void> {
    const process = this.#process;
    if (process === null) return;
    citizen.isAsking = true;
    const askedAt = performance.now();
    // Who asks for what is under way waits for that one's end.
    const isFirst = !this.#pending.has(citizen.id);
    const canIssue = isFirst && process.hub.getState().outbox?.canIssue === true;
    this.#pending.add(citizen.id);
    const answer = await process.hub.send("ticket:issue", citizen.payload, { id: citizen.id });
    // The screen hears nothing of a process that is dead; it asks the next one.
    if (process.life.isOver) return;
    this.#pending.delete(citizen.id);
    citizen.isAsking = false;
    citizen.answers.push(answer);
    if (canIssue) citizen.waitsMs.push(performance.now() - askedAt);
  }

  #printerOn(book: KioskBook, life: Life): OwnPrinter {
    const outcomes = new Listeners<[Paper, "confirmed" | "unknown" | "failed"]>();
    const jobs = new PrintJobs({
      book: book.papers,
      print: async (paper, beforeFirstByte) => {
        const outcome = this.nextOutcome;
        if (outcome === "not_sent") return outcome;
        const wish = book.wishes.ofTicket(paper.ticketId);
        beforeFirstByte();
        await new Promise((resolve) => setTimeout(resolve, PRINTING_MS));
        if (life.isOver) throw new Error("this process is dead");
        const label = wish?.answer?.ok === true ? wish.answer.data.label : "nothing";
        if (outcome === "confirmed") this.papers.push({ paper, label });
        return outcome;
      },
      printerState: () => "ready",
      clearBuffer: async () => undefined,
      isWanted: () => true,
      onOutcome: async (paper, outcome) => outcomes.tell(paper, outcome),
      clock: this.clock,
      log: silentLogger,
      retryMs: 100,
    });
    // The process may die of the first thing it keeps.
    jobs.recover([]).catch(() => undefined);
    return {
      print: (paper) => jobs.add(paper),
      state: () => "ready",
      onState: () => () => undefined,
      onOutcome: outcomes.add,
      close: () => jobs.close(),
    };
  }
}

import { Buffer } from "node:buffer";
import { assertNever } from "@luot/kit";
import type { PrinterCommand } from "../parser/PrinterCommand.ts";
import { type Paper, PaperRoll } from "./PaperRoll.ts";
import {
  automaticStatus,
  GOOD_CONDITION,
  isBlocked,
  type PrinterCondition,
  sensorByte,
  statusByte,
} from "./PrinterCondition.ts";

export interface PrintEngineOptions {
  readonly widthDots: number;
  readonly feedUnitsPerDot: number;
  readonly keep: number;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Sends bytes back to one computer. */
export type Reply = (bytes: Uint8Array) => void;

/** One computer's cable. */
export interface PrintSession {
  receive(command: PrinterCommand): void;
  end(): void;
}

/** A command in the buffer, and how much of it is on paper already. */
interface Job {
  readonly command: PrinterCommand;
  readonly reply: Reply;
  rowsDone: number;
}

/** Line spacing after switching on: 1/6 inch is 30 dots at 180 dpi. */
const LINE_DOTS = 30;
/** Faults beyond this many are all alike. */
const MAX_FAULTS = 100;
const BLANK_ROW = new Uint8Array(0);

/**
 * The inside of the virtual printer: it prints what it is told, row by row, and stands still while
 * paper is out, the cover is open or the cutter is jammed. What it is sent meanwhile it keeps, and
 * prints after the mend. Real-time commands are answered at any time.
 */
export class PrintEngine {
  readonly #options: PrintEngineOptions;
  readonly #roll: PaperRoll;
  readonly #faults: string[] = [];
  readonly #paperListeners = new Set<(paper: Paper) => void>();
  readonly #statusListeners = new Set<Reply>();
  #condition: PrinterCondition = GOOD_CONDITION;
  #buffer: Job[] = [];
  #isInText = false;
  #isRunning = false;

  constructor(options: PrintEngineOptions) {
    this.#options = options;
    this.#roll = new PaperRoll(options);
  }

  get papers(): readonly Paper[] {
    return this.#roll.papers;
  }

  get uncutRows(): number {
    return this.#roll.uncutRows;
  }

  get condition(): PrinterCondition {
    return this.#condition;
  }

  /** What a real printer would have spoilt the paper with, oldest first. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  onPaper(listener: (paper: Paper) => void): () => void {
    this.#paperListeners.add(listener);
    return () => void this.#paperListeners.delete(listener);
  }

  /** Changes what is named; a mend prints what was kept. */
  setCondition(change: Partial<PrinterCondition>): void {
    this.#change(change);
    this.#run();
  }

  /** Plugs a computer in. */
  connect(send: Reply): PrintSession {
    const reply: Reply = (bytes) => {
      if (!this.#condition.isSilent) send(bytes);
    };
    return {
      receive: (command) => this.#receive(command, reply),
      end: () => void this.#statusListeners.delete(reply),
    };
  }

  #receive(command: PrinterCommand, reply: Reply): void {
    if (command.kind === "status") return this.#tellPart(command.n, reply);
    if (command.kind === "recover") return this.#recover(command.dropsBuffer);
    this.#noteFault(command);
    this.#buffer.push({ command, reply, rowsDone: 0 });
    this.#run();
  }

  #tellPart(n: 1 | 2 | 3 | 4, reply: Reply): void {
    const isKnown = !this.#condition.isClone || n === 1 || n === 4;
    if (isKnown) reply(Uint8Array.of(statusByte(n, this.#condition)));
  }

  #change(change: Partial<PrinterCondition>): void {
    const before = automaticStatus(this.#condition);
    this.#condition = { ...this.#condition, ...change };
    const after = automaticStatus(this.#condition);
    if (Buffer.compare(before, after) !== 0) for (const tell of this.#statusListeners) tell(after);
  }

  #recover(dropsBuffer: boolean): void {
    if (dropsBuffer) this.#buffer = [];
    this.setCondition({ cutter: "ok" });
  }

  #noteFault(command: PrinterCommand): void {
    const fault = faultOf(command, this.#options.widthDots);
    const isSameText = command.kind === "text" && this.#isInText;
    this.#isInText = command.kind === "text";
    if (fault !== null && !isSameText && this.#faults.length < MAX_FAULTS) this.#faults.push(fault);
  }

  #run(): void {
    if (this.#isRunning) return; // a listener changed the condition in the middle of a job
    this.#isRunning = true;
    try {
      while (!isBlocked(this.#condition)) {
        const job = this.#buffer.shift();
        if (job === undefined) break;
        if (!this.#execute(job)) this.#buffer.unshift(job);
      }
    } finally {
      this.#isRunning = false;
    }
  }

  /** @returns whether the job is done; `false` when the printer stopped within it */
  #execute(job: Job): boolean {
    const { command, reply } = job;
    switch (command.kind) {
      case "raster":
        return this.#print(job, command.rows, (row) =>
          command.data.subarray(row * command.widthBytes, (row + 1) * command.widthBytes),
        );
      case "feed":
        return this.#feed(job, Math.round(command.units / this.#options.feedUnitsPerDot));
      case "feed-lines":
        return this.#feed(job, command.lines * LINE_DOTS);
      case "cut":
        this.#cut();
        return true;
      case "automatic-status":
        this.#tellStatus(command.isOn, reply);
        return true;
      case "sensor":
        reply(Uint8Array.of(sensorByte(this.#condition)));
        return true;
      case "process-id":
        if (!this.#condition.isClone) reply(Uint8Array.of(0x37, 0x22, ...command.id, 0));
        return true;
      case "initialise":
      case "ignored":
      case "not-drawn":
      case "text":
      case "unknown":
        return true; // nothing to draw; what is a fault was noted when it came
      case "status":
      case "recover":
        throw new Error("real-time commands never wait in the buffer");
      default:
        return assertNever(command);
    }
  }

  #feed(job: Job, rows: number): boolean {
    return this.#print(job, rows, () => BLANK_ROW);
  }

  #print(job: Job, rows: number, rowAt: (row: number) => Uint8Array): boolean {
    for (; job.rowsDone < rows; job.rowsDone++) {
      if (isBlocked(this.#condition)) return false;
      this.#roll.printRow(rowAt(job.rowsDone));
      this.#useRow();
    }
    return true;
  }

  #useRow(): void {
    const { paperRowsLeft: paper, coverRowsLeft: cover } = this.#condition;
    if (paper !== null)
      this.#change(
        paper <= 1 ? { paper: "out", paperRowsLeft: null } : { paperRowsLeft: paper - 1 },
      );
    if (cover !== null)
      this.#change(
        cover <= 1 ? { cover: "open", coverRowsLeft: null } : { coverRowsLeft: cover - 1 },
      );
  }

  #cut(): void {
    const paper = this.#roll.cut(this.#options.now());
    for (const listener of this.#paperListeners) listener(paper);
  }

  #tellStatus(isOn: boolean, reply: Reply): void {
    this.#statusListeners.delete(reply);
    if (!isOn) return;
    this.#statusListeners.add(reply);
    reply(automaticStatus(this.#condition));
  }
}

function faultOf(command: PrinterCommand, widthDots: number): string | null {
  if (command.kind === "unknown") return `unknown command ${toHex(command.bytes)}`;
  if (command.kind === "not-drawn") return `command that is not drawn ${toHex(command.bytes)}`;
  if (command.kind === "text")
    return `text on the paper from byte ${toHex(Uint8Array.of(command.byte))} on`;
  const isTooWide = command.kind === "raster" && command.widthBytes * 8 > widthDots;
  return isTooWide ? `raster of ${command.widthBytes * 8} dots on paper of ${widthDots}` : null;
}

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 16)).toString("hex");

import { Worker } from "node:worker_threads";
import type { Logger } from "@luot/kit";
import type { Alarms } from "../Alarms.ts";
import type { RegisterConfig } from "./registerRules.ts";
import type {
  ImportProgress,
  RegisterTaskName,
  RegisterTasks,
  RegisterWriter,
} from "./RegisterWriter.ts";
import type { FromThread, ThreadStart, ToThread } from "./threadMessages.ts";

/** What the thread is started with. */
export interface RegisterThreadOptions {
  /** The hub's data folder. */
  readonly folder: string;
  readonly config: RegisterConfig;
  readonly now: () => number;
  readonly alarms: Alarms;
  readonly log: Logger;
  /** What the thread's heap may come to, MiB; beyond it the thread falls, and the hub does not. */
  readonly heapMb: number;
  readonly limits: TaskLimits;
}

/** How long a task may be in hand until its thread is ended, ms. */
export interface TaskLimits {
  /** For what goes through a file or the whole register. */
  readonly longMs: number;
  readonly shortMs: number;
}

/** Ten times what the largest file takes on a slow disk. */
export const TASK_LIMITS: TaskLimits = { longMs: 600_000, shortMs: 60_000 };

/** The register could not do a task; nothing of it is kept. */
export class RegisterFault extends Error {}

/** A task was not begun, for the register is closed. */
export class RegisterClosed extends RegisterFault {
  constructor() {
    super("the register is closed");
  }
}

/** A task that waits, or is done now. */
interface Waiting {
  readonly name: RegisterTaskName;
  readonly input: unknown;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (cause: Error) => void;
}

const ALARM = "register";
const LET_FINISH_MS = 5_000;
/** Short ones that somebody waits for: they go before a file that waits. */
const FIRST: ReadonlySet<RegisterTaskName> = new Set(["note-opening", "note-look-up"]);
const LONG: ReadonlySet<RegisterTaskName> = new Set([
  "import-file",
  "erase",
  "recount-board",
  "adopt",
]);
/** What shows, once it is done, that dossiers are kept again. Others may write little or nothing. */
const PROVING: ReadonlySet<RegisterTaskName> = new Set([
  "import-file",
  "apply",
  "begin-run",
  "end-run",
  "set-source",
  "remove-source",
]);

/**
 * The register's writer on a thread of its own, so that an import of many rows, or a file made to
 * exhaust memory, stops no queue. Tasks go to the thread one at a time. When it falls, or is ended
 * over a task that never does, that task is answered with a {@link RegisterFault}, an alarm is
 * raised, and the next task starts another thread. The alarm stays until dossiers are kept again.
 */
export class RegisterThread implements RegisterWriter {
  readonly #options: RegisterThreadOptions;
  #config: RegisterConfig;
  #worker: Worker | null = null;
  #waiting: readonly Waiting[] = [];
  #inHand: Waiting | null = null;
  #progress: ImportProgress | null = null;
  #isClosing = false;
  #late: NodeJS.Timeout | undefined;

  constructor(options: RegisterThreadOptions) {
    this.#options = options;
    this.#config = options.config;
  }

  run<N extends RegisterTaskName>(
    name: N,
    input: RegisterTasks[N]["input"],
  ): Promise<RegisterTasks[N]["answer"]> {
    if (this.#isClosing) return Promise.reject(new RegisterClosed());
    if (name === "adopt") this.#config = input as RegisterConfig;
    const { promise, resolve, reject } = Promise.withResolvers<RegisterTasks[N]["answer"]>();
    const task: Waiting = { name, input, resolve: resolve as Waiting["resolve"], reject };
    const [before, after] = FIRST.has(name)
      ? partition(this.#waiting, (other) => FIRST.has(other.name))
      : [this.#waiting, []];
    this.#waiting = [...before, task, ...after];
    this.#next();
    return promise;
  }

  progress(): ImportProgress | null {
    return this.#progress;
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    for (const { reject } of this.#waiting) reject(new RegisterClosed());
    this.#waiting = [];
    const worker = this.#worker;
    if (worker === null) return;
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    worker.once("exit", () => resolve());
    // A file is taken wholly or not at all, so that one that takes long is taken at the next start.
    const late = setTimeout(() => void worker.terminate(), LET_FINISH_MS);
    const message: ToThread = { kind: "close" };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(message);
    await ended;
    clearTimeout(late);
  }

  #next(): void {
    if (this.#inHand !== null) return;
    const [task, ...rest] = this.#waiting;
    if (task === undefined) return;
    this.#waiting = rest;
    this.#inHand = task;
    const { name, input } = task;
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const message: ToThread = { kind: "task", name, input };
    worker.postMessage(message, handedOver(input));
    const { longMs, shortMs } = this.#options.limits;
    // Its end is heard as any other fall.
    const end = (): void => {
      this.#options.log.error("a task of the register took too long; its thread is ended", {
        name,
      });
      void worker.terminate();
    };
    this.#late = setTimeout(end, LONG.has(name) ? longMs : shortMs).unref();
  }

  #start(): Worker {
    const { folder, now, heapMb } = this.#options;
    const start: ThreadStart = { folder, config: this.#config, now: now() };
    const worker = new Worker(workerUrl(), {
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    worker.on("message", (message: FromThread) => this.#hear(message));
    // Both may come, in this order; the first tells why.
    worker.on("error", (cause) => this.#fall(worker, cause));
    worker.on("exit", (code) => this.#fall(worker, new Error(`the thread ended with ${code}`)));
    return worker;
  }

  #hear(message: FromThread): void {
    if (message.kind === "progress") {
      this.#progress = message.progress;
      return;
    }
    const task = this.#takeFromHand();
    if (message.kind === "failed") {
      this.#raise(message.cause);
      task?.reject(new RegisterFault("the register could not do it", { cause: message.cause }));
    } else {
      if (task !== null && PROVING.has(task.name)) this.#options.alarms.clear(`${ALARM}:`);
      task?.resolve(message.answer);
    }
    this.#next();
  }

  #fall(worker: Worker, cause: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const task = this.#takeFromHand();
    if (this.#isClosing && task === null) return;
    this.#raise(cause);
    task?.reject(new RegisterFault("the register's thread ended", { cause }));
    this.#next();
  }

  #takeFromHand(): Waiting | null {
    const task = this.#inHand;
    this.#inHand = null;
    this.#progress = null;
    clearTimeout(this.#late);
    return task;
  }

  #raise(cause: unknown): void {
    this.#options.log.error("the register of dossiers failed", { cause });
    this.#options.alarms.raise(ALARM, "");
  }
}

/** Beside this file: as a source, or as the second entry of the hub's bundle. */
function workerUrl(): URL {
  const isSource = import.meta.filename.endsWith(".ts");
  return new URL(isSource ? "./registerWorker.ts" : "./registerWorker.mjs", import.meta.url);
}

/** The bytes of an uploaded file are moved to the thread, not copied. */
function handedOver(input: unknown): ArrayBuffer[] {
  const content =
    typeof input === "object" && input !== null && "content" in input ? input.content : null;
  return typeof content === "object" &&
    content !== null &&
    "bytes" in content &&
    content.bytes instanceof Uint8Array &&
    content.bytes.buffer instanceof ArrayBuffer
    ? [content.bytes.buffer]
    : [];
}

function partition<T>(
  list: readonly T[],
  isFirst: (item: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [list.filter(isFirst), list.filter((item) => !isFirst(item))];
}

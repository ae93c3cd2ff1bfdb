import type { LinkPort } from "@luot/contract";

type Listener = (message: unknown) => void;

/**
 * The way between a screen and a process of devices, without the app between them: messages are
 * copied, come in order and later, and are lost when the process is gone. It tells the screen of
 * that as the app does.
 */
export class InMemoryLink {
  readonly screen: LinkPort;
  /** All that the screen posted, also what was lost. */
  readonly posted: unknown[] = [];
  /** All that the screen was told. */
  readonly told: unknown[] = [];
  readonly #toScreen = new Set<Listener>();
  #toProcess: Set<Listener> | null = null;

  constructor() {
    this.screen = {
      post: (message) => {
        const copy = structuredClone(message);
        this.posted.push(copy);
        queueMicrotask(() => this.#handOver(copy));
      },
      listen: (listener) => listenIn(this.#toScreen, listener),
    };
  }

  /** A process begins; returns its end of the link. The screen is told. */
  begin(): LinkPort {
    const process = new Set<Listener>();
    this.#toProcess = process;
    this.tell({ kind: "devices", standing: "up" });
    return {
      post: (message) => {
        if (this.#toProcess === process) this.tell(message);
      },
      listen: (listener) => listenIn(process, listener),
    };
  }

  /** The process is gone, with all that is on its way to it. The screen is told. */
  kill(): void {
    this.#toProcess = null;
    this.tell(DOWN);
  }

  /** Says something to the screen, as anybody. */
  tell(message: unknown): void {
    const copy = structuredClone(message);
    this.told.push(copy);
    queueMicrotask(() => tellAll(this.#toScreen, copy));
  }

  /** As the app does, which knows whether a process is there. */
  #handOver(message: unknown): void {
    if (this.#toProcess !== null) tellAll(this.#toProcess, message);
    else if (isWatch(message)) this.tell(DOWN);
  }
}

const DOWN = { kind: "devices", standing: "down" };

function tellAll(listeners: ReadonlySet<Listener>, message: unknown): void {
  for (const listener of listeners) listener(structuredClone(message));
}

function listenIn(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isWatch(message: unknown): boolean {
  return (
    typeof message === "object" && message !== null && "kind" in message && message.kind === "watch"
  );
}

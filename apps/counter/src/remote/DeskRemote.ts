import type { LinkPort } from "@luot/contract";
import { type BarState, readRemote, type RemoteAction, type RemoteMessage } from "./BarState.ts";

/** Before the window has anything to show. */
const NOTHING: BarState = {
  place: "",
  label: null,
  waiting: null,
  word: "connecting",
  possible: [],
  note: null,
  language: "vi",
};

/** Said again this often: a bar that hears nothing for longer knows that its window is gone. */
const SAY_EVERY_MS = 1_000;

/**
 * The counter's window as its bar and its shortcuts see it: what it shows, and what they may have
 * done there. Only the window talks to the hub, so no two of them can disagree.
 */
export class DeskRemote {
  readonly #channel: LinkPort;
  readonly #stop: () => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #state: BarState = NOTHING;
  #said = "";
  #act: ((action: RemoteAction) => void) | null = null;

  constructor(channel: LinkPort) {
    this.#channel = channel;
    this.#stop = channel.listen((message) => this.#heard(message));
    this.#timer = setInterval(() => this.#say(), SAY_EVERY_MS);
  }

  /** What has changed of what the window shows. */
  show(change: Partial<BarState>): void {
    this.#state = { ...this.#state, ...change };
    if (JSON.stringify(this.#state) !== this.#said) this.#say();
  }

  /** Who carries actions out; returns the function that ends it. */
  serve(act: (action: RemoteAction) => void): () => void {
    this.#act = act;
    return () => {
      if (this.#act === act) this.#act = null;
    };
  }

  /** Does what the bar or a shortcut wants, if the window would let its own button do it. */
  act(action: RemoteAction): void {
    if (this.#state.possible.includes(action)) this.#act?.(action);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#stop();
  }

  #heard(raw: unknown): void {
    const message = readRemote(raw);
    if (message?.kind === "watch") this.#say();
    else if (message?.kind === "act") this.act(message.action);
  }

  #say(): void {
    this.#said = JSON.stringify(this.#state);
    const message: RemoteMessage = { kind: "state", state: this.#state };
    this.#channel.post(message);
  }
}

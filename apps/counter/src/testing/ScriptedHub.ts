import type { PayloadOf, WireCommandType } from "@luot/contract";
import { type Answer, type HubClient, type HubState, UNHEARD } from "@luot/hub-client";

/** A command that was sent, in order. */
export interface SentCommand {
  readonly type: WireCommandType;
  readonly payload: unknown;
  readonly id: string | undefined;
}

/** A counter's client of a hub, whose states and answers a test decides. */
export class ScriptedHub {
  readonly sent: SentCommand[] = [];
  /** What it answers to a command; none comes by default. */
  answer: (command: SentCommand) => unknown = () => ({
    ok: false,
    code: "disconnected",
    details: {},
  });
  readonly client: HubClient<"counter">;
  readonly #listeners = new Set<() => void>();
  #state: HubState<"counter"> = UNHEARD;
  #ids = 0;

  constructor() {
    this.client = {
      url: "http://hub:7410",
      getState: () => this.#state,
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      send: async <T extends WireCommandType>(
        type: T,
        payload: PayloadOf<T>,
        options?: { readonly id?: string },
      ) => {
        const command = { type, payload, id: options?.id };
        this.sent.push(command);
        return this.answer(command) as Answer<T>;
      },
      loadCatalogue: () => Promise.resolve(null),
      loadSettings: () => Promise.reject(new Error("no such settings")),
      newId: () => {
        this.#ids += 1;
        return `01890000-0000-7000-8000-${String(this.#ids).padStart(12, "0")}`;
      },
      useSession: () => {},
      close: () => {},
    };
  }

  /** Changes the state, and tells who listens. */
  set(change: Partial<HubState<"counter">>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

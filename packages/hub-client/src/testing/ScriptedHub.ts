import type { Catalogue } from "@luot/contract";
import type { CentreSettings } from "@luot/domain";
import type { Answer, HubClient } from "../HubClient.ts";
import { type HubState, UNHEARD } from "../HubState.ts";

/** A command that was sent and waits for its answer. */
export interface SentCommand {
  readonly type: string;
  readonly payload: unknown;
  readonly id: string | undefined;
  readonly giveUpMs: number | undefined;
  readonly answer: (answer: unknown) => void;
  readonly fail: (cause: Error) => void;
}

/** A kiosk's client of a hub, whose states and answers a test decides. */
export class ScriptedHub {
  readonly sent: SentCommand[] = [];
  /** Settings that can be had, by version. */
  readonly settings = new Map<number, CentreSettings>();
  /** What is answered as the catalogue. */
  catalogue: Catalogue | null = null;
  readonly client: HubClient<"kiosk">;
  readonly #listeners = new Set<() => void>();
  #state: HubState<"kiosk"> = UNHEARD;

  constructor() {
    this.client = {
      url: "http://hub:7410",
      getState: () => this.#state,
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      send: (type, payload, { id, giveUpMs } = {}) =>
        new Promise((resolve, reject) => {
          const answer = (given: unknown): void => resolve(given as Answer<typeof type>);
          this.sent.push({ type, payload, id, giveUpMs, answer, fail: reject });
        }),
      loadSettings: async (version) => {
        const found = this.settings.get(version);
        if (found === undefined) throw new Error("no such settings");
        return found;
      },
      loadCatalogue: async () => this.catalogue,
      newId: () => "",
      useSession: () => {},
      close: () => {},
    };
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Changes the state, and tells who listens. */
  set(change: Partial<HubState<"kiosk">>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

import { join } from "node:path";
import { z } from "zod";
import type { Fetch } from "../pull/askOverHttp.ts";
import { createOutFile } from "./createOutFile.ts";
import { createWebhook } from "./createWebhook.ts";
import { EventsOut, type EventsOutDeps } from "./EventsOut.ts";
import type { OutFault, OutSink } from "./OutSink.ts";

const Shared = { isOn: z.boolean() };

/** To whom it is told what became of numbers taken for a dossier. */
export const OutSettingsSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...Shared,
    kind: z.literal("webhook"),
    url: z.url({ protocol: /^https?$/ }).max(300),
    secret: z
      .string()
      .min(16)
      .max(200)
      .nullable()
      .describe("Never told again; null keeps the one that is kept."),
  }),
  z.strictObject({ ...Shared, kind: z.literal("file") }),
]);
export type OutSettings = z.infer<typeof OutSettingsSchema>;

/** How the telling stands. */
export interface OutState {
  /** Without its secret; `null` before anybody chose. */
  readonly settings: OutSettings | null;
  readonly hasSecret: boolean;
  /** How often in a row nothing arrived, and why. */
  readonly failures: number;
  readonly reason: OutFault["reason"] | null;
}

/** What telling needs of the hub. */
export interface DossierOutDeps extends Omit<EventsOutDeps, "sink" | "onTurn"> {
  /** The hub's data folder: files go to `dossiers/out` of it; `null` where there is none. */
  readonly data: string | null;
  readonly timeZone: () => string;
  readonly now: () => number;
  readonly fetch: Fetch;
  /** What was chosen can't be read or used; nobody is told until somebody chooses anew. */
  readonly onBroken: (cause: unknown) => void;
}

const SETTINGS = "dossier_out";
const SECRET = "dossier_out_secret";
const WEBHOOK_TIMEOUT_MS = 10_000;

/** Tells whom the administrator chose, from the start of the hub to its end. */
export class DossierOut {
  readonly #deps: DossierOutDeps;
  #out: EventsOut | null = null;
  #stop = new AbortController();
  #failures = 0;
  #reason: OutFault["reason"] | null = null;

  constructor(deps: DossierOutDeps) {
    this.#deps = deps;
    this.#start();
  }

  /** There are new facts. */
  poke(): void {
    this.#out?.poke();
  }

  state(): OutState {
    return {
      settings: this.#settings(),
      hasSecret: this.#deps.keeper.read(SECRET) !== null,
      failures: this.#failures,
      reason: this.#reason,
    };
  }

  /** Chooses anew; what was not delivered yet goes to the new one. @returns `no_secret`, or `null` */
  async use(settings: OutSettings): Promise<"no_secret" | null> {
    const { keeper } = this.#deps;
    const secret = settings.kind === "webhook" ? settings.secret : null;
    if (settings.kind === "webhook" && (secret ?? keeper.read(SECRET)) === null) return "no_secret";
    if (secret !== null) keeper.write(SECRET, secret);
    const plain = settings.kind === "webhook" ? { ...settings, secret: null } : settings;
    keeper.write(SETTINGS, JSON.stringify(plain));
    await this.close();
    this.#start();
    return null;
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#out?.close();
    this.#out = null;
  }

  #start(): void {
    this.#stop = new AbortController();
    [this.#failures, this.#reason] = [0, null];
    const sink = this.#sink();
    if (sink === null) return;
    this.#out = new EventsOut({
      ...this.#deps,
      sink,
      onTurn: (fault, failures) => {
        [this.#failures, this.#reason] = [failures, fault?.reason ?? null];
      },
    });
    this.#out.poke();
  }

  #sink(): OutSink | null {
    try {
      const settings = this.#read();
      return settings?.isOn === true ? this.#sinkOf(settings) : null;
    } catch (cause) {
      this.#deps.onBroken(cause);
      return null;
    }
  }

  #sinkOf(settings: OutSettings): OutSink | null {
    const { data, timeZone, log, fetch, now, keeper } = this.#deps;
    if (settings.kind === "file") {
      if (data === null) return null;
      return createOutFile({ folder: join(data, "dossiers", "out"), timeZone, now, log });
    }
    const secret = keeper.read(SECRET);
    if (secret === null) return null;
    const { signal } = this.#stop;
    const { url } = settings;
    return createWebhook({ url, secret, timeoutMs: WEBHOOK_TIMEOUT_MS, fetch, now, signal });
  }

  /** As kept; what can't be read was told of at the start, and is as if nobody had chosen. */
  #settings(): OutSettings | null {
    try {
      return this.#read();
    } catch {
      return null;
    }
  }

  #read(): OutSettings | null {
    const kept = this.#deps.keeper.read(SETTINGS);
    return kept === null ? null : OutSettingsSchema.parse(JSON.parse(kept));
  }
}

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** What the hub measures of itself, for Prometheus. Nothing personal, no ticket. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #connections: Gauge;
  readonly #events: Counter;
  readonly #commands: Counter;
  readonly #commitSeconds: Histogram;

  constructor() {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#connections = new Gauge({
      name: "luot_connections",
      help: "Clients that were welcomed, by view.",
      labelNames: ["view"],
      registers,
    });
    this.#events = new Counter({
      name: "luot_events_total",
      help: "Facts committed to the journal.",
      registers,
    });
    this.#commands = new Counter({
      name: "luot_commands_total",
      help: "Commands decided, repeats and refusals included.",
      registers,
    });
    this.#commitSeconds = new Histogram({
      name: "luot_commit_seconds",
      help: "From the first decision of a batch until it was durable.",
      buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5],
      registers,
    });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** Notes a commit. */
  committed(commands: number, events: number, ms: number): void {
    this.#commands.inc(commands);
    this.#events.inc(events);
    this.#commitSeconds.observe(ms / 1_000);
  }

  /** The exposition text. */
  text(connections: Readonly<Record<string, number>>): Promise<string> {
    for (const [view, count] of Object.entries(connections)) this.#connections.set({ view }, count);
    return this.#registry.metrics();
  }
}

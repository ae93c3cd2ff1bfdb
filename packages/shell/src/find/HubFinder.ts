import { type FoundHub, HUB_SERVICE } from "@luot/contract";
import type { Logger } from "@luot/kit";
import multicastDns, { type MulticastDNS, type Options } from "multicast-dns";
import { HeardHubs } from "./HeardHubs.ts";
import { readHubResponse } from "./readHubResponse.ts";

const ASK_EVERY_MS = 2_000;
/** Nobody has looked at the list for so long: the screen has moved on. */
const UNWATCHED_MS = 10_000;

/** What a finder needs. */
export interface HubFinderOptions {
  /** Which network and port; `{}`: every network of the machine, the port of mDNS. */
  readonly network: Pick<Options, "interface" | "bind" | "port">;
  readonly log: Logger;
}

/**
 * Listens for hubs on the LAN, only as long as somebody looks at what it has found. A network that
 * does not allow it costs the hint, no more.
 */
export class HubFinder {
  readonly #options: HubFinderOptions;
  readonly #heard = new HeardHubs();
  #mdns: MulticastDNS | null = null;
  #asking: NodeJS.Timeout | undefined;
  #lookedAtMs = 0;

  constructor(options: HubFinderOptions) {
    this.#options = options;
  }

  /** What was heard lately. The first look begins to ask; without looks the asking ends. */
  look(): readonly FoundHub[] {
    const now = performance.now();
    this.#lookedAtMs = now;
    if (this.#mdns === null) this.#begin();
    return this.#heard.lately(now);
  }

  close(): void {
    clearInterval(this.#asking);
    this.#mdns?.destroy();
    this.#mdns = null;
    this.#heard.clear();
  }

  #begin(): void {
    const { network, log } = this.#options;
    const mdns = multicastDns(network);
    this.#mdns = mdns;
    let hasWarned = false;
    const onFault = (cause: Error): void => {
      if (!hasWarned) log.warn("hubs can't be looked for on this network", { cause });
      hasWarned = true;
    };
    mdns.on("error", onFault);
    mdns.on("warning", onFault);
    mdns.on("response", ({ answers, additionals }, { address }) => {
      const hubs = readHubResponse([...(answers ?? []), ...(additionals ?? [])], address);
      this.#heard.hear(hubs, performance.now());
    });
    const ask = (): void => {
      if (performance.now() - this.#lookedAtMs > UNWATCHED_MS) this.close();
      else mdns.query({ questions: [{ name: HUB_SERVICE, type: "PTR" }] }, () => {});
    };
    mdns.once("ready", ask);
    this.#asking = setInterval(ask, ASK_EVERY_MS);
  }
}

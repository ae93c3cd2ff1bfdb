import type { Logger } from "@luot/kit";
import { networkInterfaces } from "node:os";
import multicastDns, { type Options } from "multicast-dns";
import {
  type AnnouncedHub,
  answersTo,
  serviceRecords,
  type ServiceRecord,
} from "./serviceRecords.ts";

/** Said again once, for whoever missed it: RFC 6762 section 8.3. */
const AGAIN_MS = 1_000;
/** Farewell is given up after this; records run out by themselves. */
const FAREWELL_WITHIN_MS = 500;

/** What the announcement of a hub needs. */
export interface Announcement {
  readonly hub: Omit<AnnouncedHub, "addresses">;
  /** Which network and port; `{}`: every network of the machine, the port of mDNS. */
  readonly network: Pick<Options, "interface" | "bind" | "port">;
  readonly log: Logger;
}

/**
 * Says on the LAN that a hub is here, until it is closed. Whatever the network does costs the hint,
 * never the hub: a port that is taken or a network that is down is noted, and that is all.
 */
export function announceHub({ hub, network, log }: Announcement): {
  readonly close: () => Promise<void>;
} {
  const mdns = multicastDns(network);
  const records = (): ServiceRecord[] => [
    ...serviceRecords({ ...hub, addresses: ownAddresses(network.interface) }),
  ];
  let hasWarned = false;
  const onFault = (cause: Error): void => {
    if (!hasWarned) log.warn("the hub can't be announced on this network", { cause });
    hasWarned = true;
  };
  mdns.on("error", onFault);
  mdns.on("warning", onFault);
  const say = (answers: ServiceRecord[], additionals: ServiceRecord[]): void =>
    mdns.respond(toPacket(answers, additionals), (cause) => {
      if (cause !== null && cause !== undefined) onFault(cause);
    });
  mdns.on("query", ({ questions }) => {
    const { answers, additionals } = answersTo(questions ?? [], records());
    if (answers.length > 0) say([...answers], [...additionals]);
  });
  let again: NodeJS.Timeout | undefined;
  mdns.once("ready", () => {
    say(records(), []);
    again = setTimeout(() => say(records(), []), AGAIN_MS);
  });
  return {
    close: () => {
      clearTimeout(again);
      return new Promise((resolve) => {
        const end = (): void => mdns.destroy(() => resolve());
        const timer = setTimeout(end, FAREWELL_WITHIN_MS);
        const farewell = records().map((record) => ({ ...record, ttl: 0 }));
        mdns.respond(toPacket(farewell, []), () => {
          clearTimeout(timer);
          end();
        });
      });
    },
  };
}

type Packet = Parameters<ReturnType<typeof multicastDns>["respond"]>[0];

/** The library's own types know no arrays that can't be written. */
function toPacket(answers: ServiceRecord[], additionals: ServiceRecord[]): Packet {
  return { answers, additionals } as Packet;
}

function ownAddresses(only: string | undefined): readonly string[] {
  if (only !== undefined) return [only];
  return Object.values(networkInterfaces())
    .flatMap((parts) => parts ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}

import { HUB_SERVICE } from "@luot/contract";

/** One record of the DNS, as much as is needed here. */
export type ServiceRecord =
  | { readonly type: "PTR"; readonly name: string; readonly data: string; readonly ttl: number }
  | { readonly type: "A"; readonly name: string; readonly data: string; readonly ttl: number }
  | {
      readonly type: "SRV";
      readonly name: string;
      readonly data: { readonly port: number; readonly target: string };
      readonly ttl: number;
    }
  | {
      readonly type: "TXT";
      readonly name: string;
      readonly data: readonly string[];
      readonly ttl: number;
    };

/** A question of the DNS. */
export interface ServiceQuestion {
  readonly type: string;
  readonly name: string;
}

/** A hub as it is announced. */
export interface AnnouncedHub {
  /** Tells two hubs of one LAN apart; of letters, digits and hyphens. */
  readonly id: string;
  /** The centre's name. */
  readonly name: string;
  readonly port: number;
  /** Its addresses, IPv4. */
  readonly addresses: readonly string[];
}

/** All kinds of services of a LAN, RFC 6763 section 9. */
const ALL_SERVICES = "_services._dns-sd._udp.local";
/** Seconds; RFC 6762 section 10 names them for records with a host's name in them, and others. */
const HOST_TTL = 120;
const OTHER_TTL = 4_500;
/** One string of a TXT record holds 255 bytes, `name=` among them. */
const MAX_NAME_BYTES = 200;

/** The records that say a hub is there. Nothing in them is about a person. Pure. */
export function serviceRecords(hub: AnnouncedHub): readonly ServiceRecord[] {
  const instance = `luot-${hub.id}.${HUB_SERVICE}`;
  const target = `luot-${hub.id}.local`;
  const text = ["v=1", `name=${cutToBytes(hub.name, MAX_NAME_BYTES)}`];
  return [
    { type: "PTR", name: ALL_SERVICES, data: HUB_SERVICE, ttl: OTHER_TTL },
    { type: "PTR", name: HUB_SERVICE, data: instance, ttl: OTHER_TTL },
    { type: "SRV", name: instance, data: { port: hub.port, target }, ttl: HOST_TTL },
    { type: "TXT", name: instance, data: text, ttl: OTHER_TTL },
    ...hub.addresses.map(
      (data): ServiceRecord => ({ type: "A", name: target, data, ttl: HOST_TTL }),
    ),
  ];
}

/**
 * The records that answer a question, and those that whoever asked will want next. Names are
 * compared as the DNS does, without regard to case. Pure.
 *
 * @returns no answers for a question about others
 */
export function answersTo(
  questions: readonly ServiceQuestion[],
  records: readonly ServiceRecord[],
): { readonly answers: readonly ServiceRecord[]; readonly additionals: readonly ServiceRecord[] } {
  const answers = records.filter(({ type, name }) =>
    questions.some(
      (question) =>
        question.name.toLowerCase() === name.toLowerCase() &&
        (question.type === type || question.type === "ANY"),
    ),
  );
  const isAboutHub = answers.some(({ name }) => name !== ALL_SERVICES);
  const rest = records.filter((record) => !answers.includes(record) && record.type !== "PTR");
  return { answers, additionals: isAboutHub ? rest : [] };
}

/** Cuts a text to so many bytes of UTF-8, never within a letter. */
function cutToBytes(text: string, maxBytes: number): string {
  let cut = "";
  let bytes = 0;
  for (const letter of text.normalize("NFC")) {
    bytes += Buffer.byteLength(letter);
    if (bytes > maxBytes) break;
    cut += letter;
  }
  return cut;
}

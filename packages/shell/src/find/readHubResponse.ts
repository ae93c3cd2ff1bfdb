import { type FoundHub, HUB_SERVICE } from "@luot/contract";
import { z } from "zod";
import { readHubUrl } from "../settings/hubUrl.ts";

const MAX_NAME_CHARS = 120;
const MAX_RECORDS = 100;

const RecordSchema = z.object({ type: z.string(), name: z.string(), data: z.unknown() });
const PortSchema = z.object({ port: z.int().min(1).max(65_535) });
const TextSchema = z.array(z.instanceof(Uint8Array)).max(20);
type Heard = z.infer<typeof RecordSchema>;

/**
 * The hubs that a response of the LAN tells of. Anybody may send one, so nothing in it is trusted:
 * what has not the right shape is passed over, and the address is that of whoever sent it. Pure.
 *
 * @param records answers and additional records, as decoded
 * @param address of the sender, IPv4
 */
export function readHubResponse(records: readonly unknown[], address: string): readonly FoundHub[] {
  const heard = records
    .slice(0, MAX_RECORDS)
    .flatMap((record) => RecordSchema.safeParse(record).data ?? []);
  const of = (type: string, name: string): readonly Heard[] =>
    heard.filter((record) => record.type === type && isSameName(record.name, name));
  return of("PTR", HUB_SERVICE).flatMap(({ data: instance }) => {
    if (typeof instance !== "string") return [];
    const port = of("SRV", instance).map(({ data }) => PortSchema.safeParse(data).data?.port)[0];
    const url = port === undefined ? null : readHubUrl(`http://${address}:${port}`);
    return url === null ? [] : [{ name: nameIn(of("TXT", instance)), url }];
  });
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function nameIn(texts: readonly Heard[]): string {
  const words = texts
    .flatMap(({ data }) => TextSchema.safeParse(data).data ?? [])
    .map((bytes) => new TextDecoder().decode(bytes));
  const word = words.find((text) => text.startsWith("name=")) ?? "";
  // Also the marks that turn a line around: a name must look like what it is.
  return word
    .slice("name=".length)
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .slice(0, MAX_NAME_CHARS);
}

import { mkdir, open, readdir, readFile, rm, truncate } from "node:fs/promises";
import { join } from "node:path";
import { localTime } from "@luot/domain";
import { err, type Logger, ok } from "@luot/kit";
import { z } from "zod";
import type { OutMessage } from "./OutMessage.ts";
import type { OutSink } from "./OutSink.ts";

/** Where the files are written. */
export interface OutFileDeps {
  /** Made when missing. */
  readonly folder: string;
  /** Of the centre: a file is of one of its days. */
  readonly timeZone: () => string;
  /** Epoch ms. */
  readonly now: () => number;
  readonly log: Logger;
}

/** Files say which number was taken for which dossier: they are for fetching, not for keeping. */
export const OUT_FILE_DAYS = 30;
const DAY_MS = 86_400_000;
const NAME = /^\d{4}-\d{2}-\d{2}\.jsonl$/;
const LineSchema = z.object({ id: z.string(), seq: z.number() });

/**
 * Writes messages to `YYYY-MM-DD.jsonl`, a JSON object a line, durable when it says so. A line that
 * was cut by a power failure is taken off, and what is in a file already is not written again.
 */
export function createOutFile({ folder, timeZone, now, log }: OutFileDeps): OutSink {
  let known: Known | null = null;
  let sweptAt: string | null = null;
  return {
    send: async (messages) => {
      try {
        known ??= await mendNewest(folder);
        const { last } = known;
        const fresh = messages.filter((message) => isAfter(message, last));
        for (const [day, lines] of byDay(fresh, timeZone()))
          await append(join(folder, `${day}.jsonl`), lines);
        known = { last: knownAfter(last, fresh) };
        const oldest = localTime(now() - OUT_FILE_DAYS * DAY_MS, timeZone()).date;
        if (sweptAt !== oldest) await sweepOutFiles(folder, oldest);
        sweptAt = oldest;
        return ok(null);
      } catch (cause) {
        // The disk may be full; what was written of it is looked at anew.
        known = null;
        log.error("messages about dossiers could not be written", { cause });
        return err({ reason: "cannot_write", retryAfterMs: null });
      }
    },
  };
}

/** Deletes the files of days before `oldest` (ISO date). */
async function sweepOutFiles(folder: string, oldest: string): Promise<void> {
  for (const name of await readdir(folder))
    if (NAME.test(name) && name < oldest) await rm(join(folder, name), { force: true });
}

/** What stands in the newest file last: its fact, and the messages of that fact. */
interface Known {
  readonly last: { readonly seq: number; readonly ids: ReadonlySet<string> };
}

function isAfter({ id, seq }: OutMessage, last: Known["last"]): boolean {
  return seq > last.seq || (seq === last.seq && !last.ids.has(id));
}

function knownAfter(last: Known["last"], fresh: readonly OutMessage[]): Known["last"] {
  const seq = fresh.at(-1)?.seq ?? last.seq;
  const ids = fresh.filter((message) => message.seq === seq).map(({ id }) => id);
  return { seq, ids: new Set(seq === last.seq ? [...last.ids, ...ids] : ids) };
}

async function mendNewest(folder: string): Promise<Known> {
  await mkdir(folder, { recursive: true });
  const newest = (await readdir(folder))
    .filter((name) => NAME.test(name))
    .toSorted()
    .at(-1);
  if (newest === undefined) return { last: { seq: 0, ids: new Set() } };
  const path = join(folder, newest);
  const bytes = await readFile(path);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) await truncate(path, whole);
  const lines = bytes.subarray(0, whole).toString("utf8").split("\n").filter(Boolean);
  const read = lines.map((line) => LineSchema.parse(JSON.parse(line)));
  const seq = read.at(-1)?.seq ?? 0;
  return {
    last: { seq, ids: new Set(read.filter((line) => line.seq === seq).map(({ id }) => id)) },
  };
}

function byDay(
  messages: readonly OutMessage[],
  timeZone: string,
): ReadonlyMap<string, readonly OutMessage[]> {
  return Map.groupBy(messages, ({ at }) => localTime(Date.parse(at), timeZone).date);
}

async function append(path: string, messages: readonly OutMessage[]): Promise<void> {
  const file = await open(path, "a", 0o600);
  try {
    await file.write(messages.map((message) => `${JSON.stringify(message)}\n`).join(""));
    await file.sync();
  } finally {
    await file.close();
  }
}

import { setImmediate as immediate } from "node:timers/promises";
import { silentLogger } from "@luot/kit";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EscPosPrinter } from "./EscPosPrinter.ts";
import { createReplyDecoder } from "./escpos/printerReplies.ts";
import { PRINTER_PROFILES } from "./printerProfiles.ts";
import { FakeTransport } from "./testing/FakeTransport.ts";

const STREAMS = 10_000;
/** The longest reply that can be unfinished: a process id without its last byte. */
const MOST_PENDING = 6;
/** Noise that looks like replies finds more than noise alone. */
const noisyPiece = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc
    .constantFrom([0x37, 0x22], [0x37], [0x10, 0, 0], [0x12], [0x00], [0x1a, 0x7e])
    .map((bytes) => Uint8Array.from(bytes)),
);
const noisyStream = fc.array(noisyPiece, { maxLength: 6 });

/** Talks nonsense until a job has its outcome. */
async function amidNoise(
  job: Promise<string>,
  transport: FakeTransport,
  pieces: readonly Uint8Array[],
): Promise<string> {
  const settled = { outcome: "" };
  const done = job.then((outcome) => void (settled.outcome = outcome));
  while (settled.outcome === "") {
    for (const piece of pieces) transport.say(...piece);
    await immediate();
  }
  await done;
  return settled.outcome;
}

describe("noise from a printer", () => {
  it(`is read in ${STREAMS} streams without a throw, and next to nothing of it is kept`, () => {
    const decoder = createReplyDecoder();
    fc.assert(
      fc.property(noisyStream, (pieces) => {
        for (const piece of pieces) {
          const replies = decoder.push(piece);
          expect(replies.length).toBeLessThanOrEqual(piece.length + MOST_PENDING);
          expect(decoder.pendingBytes).toBeLessThanOrEqual(MOST_PENDING);
        }
      }),
      { numRuns: STREAMS },
    );
  });

  it("is read in one enormous piece", () => {
    const decoder = createReplyDecoder();
    const piece = new Uint8Array(2_000_000).fill(0x12);
    expect(decoder.push(piece).length).toBe(piece.length);
    expect(decoder.pendingBytes).toBe(0);
  });

  it(`leaves the driver in order after ${STREAMS} streams: the next ticket prints`, async () => {
    const transport = new FakeTransport();
    const printer = new EscPosPrinter(transport, {
      profile: PRINTER_PROFILES["epson-tm-t20"],
      statusTimeoutMs: 20,
      completionTimeoutMs: 20,
      log: silentLogger,
    });
    const bytes = Uint8Array.of(0x1b, 0x40);
    const print = (): Promise<string> =>
      printer.print({ id: "A001", bytes, beforeFirstByte: () => undefined });
    const outcomes = new Set<string>();
    for (const [at, pieces] of fc.sample(noisyStream, STREAMS).entries()) {
      for (const piece of pieces) transport.say(...piece);
      if (at % 1_000 !== 999) continue;
      transport.behaviour = "silent";
      outcomes.add(await amidNoise(print(), transport, pieces));
      transport.behaviour = "prints";
      // An unfinished reply may swallow the first true answer; then the link is made anew.
      if ((await print()) !== "confirmed") outcomes.add(`then ${await print()}`);
    }
    const possible = ["confirmed", "unknown", "not_sent", "then confirmed"];
    expect([...outcomes].filter((outcome) => !possible.includes(outcome))).toEqual([]);
    await printer.close();
  });
});

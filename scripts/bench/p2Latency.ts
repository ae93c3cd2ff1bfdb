import { median, percentile } from "./figures.ts";
import {
  closeAll,
  type Desk,
  type Hall,
  issuePayload,
  keepTelling,
  openDesks,
  openDisplays,
  openHall,
  openKiosks,
} from "./hall.ts";
import type { LoadClient } from "./load.ts";

const COMMANDS_PER_SECOND = 200;
const KIOSKS = 20;
const DISPLAYS = 200;
const HEAD_START = 200;
const WARM_UP_MS = 2_000;
const MEASURE_MS = 8_000;

/** P2: at 200 commands a second, how long an answer takes, and a call to the last of 200 displays. */
export async function measureP2(
  runs: number,
  say: (line: string) => void,
): Promise<{ P2ack: number; P2display: number }> {
  const acks: number[] = [];
  const displays: number[] = [];
  for (let run = 1; run <= runs; run++) {
    const { ack, display } = await openLoop();
    acks.push(percentile(ack, 0.99));
    displays.push(percentile(display, 0.99));
    say(
      `  run ${run}: ack p50 ${percentile(ack, 0.5).toFixed(1)} p99 ${percentile(ack, 0.99).toFixed(1)} ms, ` +
        `call to last display p50 ${percentile(display, 0.5).toFixed(1)} p99 ${percentile(display, 0.99).toFixed(1)} ms`,
    );
  }
  return { P2ack: median(acks), P2display: median(displays) };
}

/** When the last display had heard of each event. */
class Arrivals {
  readonly #lastAt = new Map<number, number>();
  readonly #count = new Map<number, number>();

  listenTo(displays: readonly LoadClient[]): void {
    for (const display of displays)
      display.onFrame = (from, to) => {
        const now = performance.now();
        for (let seq = from + 1; seq <= to; seq++) {
          this.#lastAt.set(seq, now);
          this.#count.set(seq, (this.#count.get(seq) ?? 0) + 1);
        }
      };
  }

  /** When all had it, or `undefined` when some never did. */
  allAt(seq: number): number | undefined {
    return this.#count.get(seq) === DISPLAYS ? this.#lastAt.get(seq) : undefined;
  }
}

async function openLoop(): Promise<{ ack: readonly number[]; display: readonly number[] }> {
  const hall = await openHall();
  const displays = await openDisplays(hall, DISPLAYS);
  const kiosks = await openKiosks(hall, KIOSKS);
  const desks = await openDesks(hall);
  const arrivals = new Arrivals();
  arrivals.listenTo(displays);
  const clients = [...displays, ...kiosks, ...desks.map(({ client }) => client)];
  const stop = keepTelling(clients);
  // A line to begin with, so that every call finds somebody.
  for (let i = 0; i < HEAD_START; i++)
    await kiosks[i % KIOSKS]?.send("ticket:issue", issuePayload(hall, i));
  const ack: number[] = [];
  const calls: { readonly seq: number; readonly sentAt: number }[] = [];
  await atFixedRate(async (turn, dueAt, isMeasured) => {
    const { seq, isCall } = await send(hall, kiosks, desks, turn);
    if (!isMeasured) return;
    ack.push(performance.now() - dueAt);
    if (isCall) calls.push({ seq, sentAt: dueAt });
  });
  await new Promise((wait) => setTimeout(wait, 500));
  const display = calls.map(({ seq, sentAt }) => {
    const at = arrivals.allAt(seq);
    if (at === undefined) throw new Error(`event ${seq} did not reach all displays`);
    return at - sentAt;
  });
  stop();
  closeAll(clients);
  await hall.close();
  return { ack, display };
}

async function send(
  hall: Hall,
  kiosks: readonly LoadClient[],
  desks: readonly Desk[],
  turn: number,
): Promise<{ readonly seq: number; readonly isCall: boolean }> {
  const isCall = turn % 2 === 1;
  const place = Math.floor(turn / 2);
  const desk = desks[place % desks.length];
  const kiosk = kiosks[place % kiosks.length];
  if (desk === undefined || kiosk === undefined) throw new Error("nobody to send");
  const ack = isCall
    ? await desk.client.send("ticket:finish-and-call", {
        counterId: desk.counterId,
        outcome: "accepted",
        dossierRefs: [],
      })
    : await kiosk.send("ticket:issue", issuePayload(hall, place));
  if (!ack.ok) throw new Error(ack.error?.code);
  return { seq: ack.seq, isCall };
}

/** Sends on schedule whatever the answers do; latency counts from when a command was due. */
async function atFixedRate(
  sendOne: (turn: number, dueAt: number, isMeasured: boolean) => Promise<void>,
): Promise<void> {
  const sent: Promise<void>[] = [];
  const startedAt = performance.now();
  const total = ((WARM_UP_MS + MEASURE_MS) * COMMANDS_PER_SECOND) / 1_000;
  for (let turn = 0; turn < total; ) {
    const dueAt = startedAt + (turn * 1_000) / COMMANDS_PER_SECOND;
    const waitMs = dueAt - performance.now();
    if (waitMs > 0) await new Promise((wait) => setTimeout(wait, waitMs));
    else sent.push(sendOne(turn++, dueAt, dueAt - startedAt >= WARM_UP_MS));
  }
  await Promise.all(sent);
}

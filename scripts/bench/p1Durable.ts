import { median } from "./figures.ts";
import { closeAll, issuePayload, keepTelling, openDisplays, openHall, openKiosks } from "./hall.ts";
import { LoadClient, openAll } from "./load.ts";
import { startEcho } from "./processes.ts";

const CLIENTS = 100;
const DISPLAYS = 200;
const WARM_UP_MS = 1_000;
const MEASURE_MS = 3_000;

/** P1: durable issue with 100 clients and 200 displays, as a share of a bare acknowledged echo. */
export async function measureP1(
  runs: number,
  say: (line: string) => void,
): Promise<{ P1: number }> {
  const ratios: number[] = [];
  for (let run = 1; run <= runs; run++) {
    const echo = await echoRate();
    const durable = await durableRate();
    ratios.push(durable / echo);
    say(
      `  run ${run}: durable ${Math.round(durable)}/s, echo ${Math.round(echo)}/s, ratio ${(durable / echo).toFixed(3)}`,
    );
  }
  return { P1: median(ratios) };
}

async function echoRate(): Promise<number> {
  const echo = await startEcho();
  const clients = await openAll(CLIENTS, () => new LoadClient(echo.url, null, "echo"));
  const payload = {
    serviceId: "ho-tich",
    class: "normal",
    reason: null,
    language: "vi",
    print: false,
  };
  const rate = await closedLoop(clients, () => payload);
  closeAll(clients);
  await echo.end("SIGTERM");
  return rate;
}

async function durableRate(): Promise<number> {
  const hall = await openHall();
  const displays = await openDisplays(hall, DISPLAYS);
  const kiosks = await openKiosks(hall, CLIENTS);
  const stop = keepTelling([...displays, ...kiosks]);
  const rate = await closedLoop(kiosks, (turn) => issuePayload(hall, turn));
  stop();
  closeAll([...kiosks, ...displays]);
  await hall.close();
  return rate;
}

/** Each client sends its next command when the last was answered. @returns answers a second */
async function closedLoop(
  clients: readonly LoadClient[],
  payloadOf: (turn: number) => unknown,
): Promise<number> {
  let answered = 0;
  let turn = 0;
  const over = new AbortController();
  const work = clients.map(async (client) => {
    while (!over.signal.aborted) {
      const ack = await client.send("ticket:issue", payloadOf(turn++));
      if (!ack.ok) throw new Error(ack.error?.code);
      answered++;
    }
  });
  await new Promise((wait) => setTimeout(wait, WARM_UP_MS));
  const before = answered;
  const startedAt = performance.now();
  await new Promise((wait) => setTimeout(wait, MEASURE_MS));
  const rate = ((answered - before) * 1_000) / (performance.now() - startedAt);
  over.abort();
  await Promise.all(work);
  return rate;
}

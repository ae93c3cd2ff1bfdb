import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./figures.ts";
import {
  closeAll,
  type Desk,
  type Hall,
  hallOn,
  issuePayload,
  keepTelling,
  openDesks,
  openKiosks,
} from "./hall.ts";
import { emptyHistory, historyOf } from "./history.ts";
import type { LoadClient } from "./load.ts";

const KIOSKS = 20;
const ISSUES = 10_000;
const CALLS = 6_000;

interface Side {
  readonly hall: Hall;
  readonly kiosks: readonly LoadClient[];
  readonly desks: readonly Desk[];
  readonly close: () => Promise<void>;
}

/** P3: how much longer issue and call-next take with much history than without. */
export async function measureP3(
  runs: number,
  { history, cache }: { readonly history: number; readonly cache: string | undefined },
  say: (line: string) => void,
): Promise<{ P3issue: number; P3call: number }> {
  const folder = mkdtempSync(join(tmpdir(), "luot-bench-"));
  const { data, prepared } = await historyOf(history, cache, say);
  const full = await openSide(await hallOn(data, prepared));
  const none = await emptyHistory(folder);
  const empty = await openSide(await hallOn(none.data, none.prepared));
  const issues: number[] = [];
  const calls: number[] = [];
  // The first round fills caches on both sides and does not count.
  for (let run = 0; run <= runs; run++) {
    const sides = run % 2 === 0 ? [full, empty] : [empty, full];
    const issueMs = new Map<Side, number>();
    const callMs = new Map<Side, number>();
    for (const side of sides) issueMs.set(side, await timeOfIssues(side));
    for (const side of sides) callMs.set(side, await timeOfCalls(side));
    if (run === 0) continue;
    issues.push((issueMs.get(full) ?? 0) / (issueMs.get(empty) ?? 1));
    calls.push((callMs.get(full) ?? 0) / (callMs.get(empty) ?? 1));
    say(`  run ${run}: issue ${issues.at(-1)?.toFixed(3)}, call ${calls.at(-1)?.toFixed(3)}`);
  }
  await full.close();
  await empty.close();
  rmSync(folder, { recursive: true, force: true });
  return { P3issue: median(issues), P3call: median(calls) };
}

async function openSide(hall: Hall): Promise<Side> {
  const kiosks = await openKiosks(hall, KIOSKS);
  const desks = await openDesks(hall);
  const clients = [...kiosks, ...desks.map(({ client }) => client)];
  const stop = keepTelling(clients);
  const close = async (): Promise<void> => {
    stop();
    closeAll(clients);
    await hall.close();
  };
  return { hall, kiosks, desks, close };
}

function timeOfIssues({ hall, kiosks }: Side): Promise<number> {
  return timeOf(ISSUES, kiosks, (kiosk, turn) =>
    kiosk.send("ticket:issue", issuePayload(hall, turn)),
  );
}

function timeOfCalls({ desks }: Side): Promise<number> {
  return timeOf(CALLS, desks, ({ client, counterId }) =>
    client.send("ticket:finish-and-call", { counterId, outcome: "accepted", dossierRefs: [] }),
  );
}

/** Milliseconds until `total` commands are answered, each sender having one under way. */
async function timeOf<T>(
  total: number,
  senders: readonly T[],
  send: (sender: T, turn: number) => ReturnType<LoadClient["send"]>,
): Promise<number> {
  let turn = 0;
  const startedAt = performance.now();
  await Promise.all(
    senders.map(async (sender) => {
      while (turn < total) {
        const ack = await send(sender, turn++);
        if (!ack.ok) throw new Error(ack.error?.code);
      }
    }),
  );
  return performance.now() - startedAt;
}

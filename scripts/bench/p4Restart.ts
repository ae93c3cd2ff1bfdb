import { median } from "./figures.ts";
import { closeAll, keepTelling, openDisplays, openHall, openKiosks } from "./hall.ts";
import { startHubProcess } from "./processes.ts";

const DISPLAYS = 1_900;
const KIOSKS = 100;

/** P4: seconds from the hub's listening until all of 2,000 clients are in step after a kill -9. */
export async function measureP4(
  runs: number,
  say: (line: string) => void,
): Promise<{ P4: number }> {
  const hall = await openHall();
  const displays = await openDisplays(hall, DISPLAYS);
  const kiosks = await openKiosks(hall, KIOSKS);
  const clients = [...displays, ...kiosks];
  const stop = keepTelling(clients);
  const seconds: number[] = [];
  let { hub } = hall;
  for (let run = 1; run <= runs; run++) {
    const inStep = Promise.all(
      clients.map((client) => new Promise<void>((resolve) => (client.onWelcome = resolve))),
    );
    await hub.end("SIGKILL");
    hub = await startHubProcess(hall.data, hall.port);
    await inStep;
    const took = (performance.now() - hub.readyAt) / 1_000;
    seconds.push(took);
    say(`  run ${run}: all ${clients.length} in step ${took.toFixed(2)} s after listen`);
  }
  stop();
  closeAll(clients);
  await hub.end("SIGTERM");
  await hall.close();
  return { P4: median(seconds) };
}

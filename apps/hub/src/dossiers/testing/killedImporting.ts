import { Alarms } from "../../Alarms.ts";
import { systemClock } from "../../systemClock.ts";
import { demoSettings, loudErrors } from "../../testing/startTestHub.ts";
import { startDossiers } from "../startDossiers.ts";

/** A process that takes a file and is killed, as a power cut would, while rows of it are taken. */
const [, , data = "", path = ""] = process.argv;
const dossiers = await startDossiers({
  data,
  settings: demoSettings,
  alarms: new Alarms(() => systemClock.now()),
  clock: systemClock,
  isClockSure: () => true,
  log: loudErrors,
  connectors: [],
});
setInterval(() => {
  if ((dossiers.writer.progress()?.done ?? 0) > 0) process.kill(process.pid, "SIGKILL");
}, 1);
await dossiers.writer.run("import-file", {
  source: "files",
  name: "so.csv",
  mapping: "auto",
  content: { kind: "path", path },
  at: systemClock.now(),
  asOf: systemClock.now(),
});

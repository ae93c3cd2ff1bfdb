import { forkUtility } from "../devices/forkUtility.ts";

// The main module of a small app: it starts what LUOT_PROBE names as a utility process, and keeps
// what was told of it where a test finds it.

const seen = { messages: [] as unknown[], lines: [] as string[], ends: [] as string[] };
const probe = {
  seen,
  start: () =>
    forkUtility(process.env["LUOT_PROBE"] ?? "", {
      onMessage: (message) => seen.messages.push(message),
      onLine: (line) => seen.lines.push(line),
      onEnd: (why) => seen.ends.push(why),
    }),
};
Object.assign(globalThis, { probe });

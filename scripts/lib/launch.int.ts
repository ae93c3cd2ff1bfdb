import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { launch } from "./launch.mjs";

// The real launcher on a small repository whose hub, printer and builder only write down what
// happens to them.

const NOTE = `
import fs from "node:fs";
const note = (text) => fs.appendFileSync(process.env.LUOT_NOTES, text + "\\n");
`;

const BUILDER = `${NOTE}note("screens built");`;

const PRINTER = `${NOTE}
const option = (name) => Number(process.argv[process.argv.indexOf(name) + 1]);
const port = option("--port") || 4001;
note("printer started " + port + " " + process.pid);
process.on("SIGTERM", () => { note("printer ended"); process.exit(0); });
setInterval(() => {}, 1000);
console.log(JSON.stringify({ ready: true, port, webPort: option("--web-port") || 4002 }));
`;

const HUB = `${NOTE}
import http from "node:http";
const port = Number(process.argv[process.argv.indexOf("--port") + 1]);
note("hub started " + process.argv.slice(2).join(" "));
const server = http.createServer((_request, response) => response.end("ok"));
server.listen(port, "127.0.0.1");
process.on("SIGTERM", () => { note("hub ended"); process.exit(0); });
`;

let root: string;
let notesFile: string;
const log: string[] = [];

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

const notes = (): string[] =>
  fs.existsSync(notesFile) ? fs.readFileSync(notesFile, "utf8").trimEnd().split("\n") : [];

/** Waits until `find` gives something; the test's own time limit ends a wait in vain. */
async function until<T>(find: () => T | undefined): Promise<T> {
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const noted = (start: string): string | undefined => notes().find((line) => line.startsWith(start));

/** Starts the launcher on a free port; `end` asks it to end and gives its exit code. */
function start(changes: { hasPrinter: boolean; port: number }): {
  readonly code: Promise<number>;
  end(): Promise<number>;
} {
  const stop = new AbortController();
  const code = launch({
    root,
    node: process.execPath,
    env: { ...process.env, LUOT_NOTES: notesFile },
    options: {
      ...changes,
      host: "127.0.0.1",
      data: "/d",
      isDemo: true,
      opensBrowser: false,
      forHub: [],
    },
    log: (line) => log.push(line),
    stop: stop.signal,
  });
  const end = (): Promise<number> => {
    stop.abort("asked");
    return code;
  };
  return { code, end };
}

const isRunning = (): true | undefined =>
  log.some((line) => line.startsWith("Lượt is running: http://localhost:")) || undefined;

describe("launch", () => {
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), "luot-launch-"));
    notesFile = path.join(root, "notes");
    log.length = 0;
    write("package.json", '{ "type": "module" }');
    write("scripts/build-screens.ts", BUILDER);
    write("hardware/simulators/src/cli/printer.ts", PRINTER);
    write("apps/hub/src/main.ts", HUB);
  });

  afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

  it("builds, starts the printer, then the hub, and ends them in the other order", async () => {
    const luot = start({ hasPrinter: true, port: 0 });
    await until(isRunning);
    await expect(luot.end()).resolves.toBe(0);
    expect(notes().map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "screens built",
      "printer started",
      "hub started",
      "hub ended",
      "printer ended",
    ]);
  });

  it("tells the hub where the printer is", async () => {
    const luot = start({ hasPrinter: true, port: 0 });
    const hub = await until(() => noted("hub started"));
    const port = noted("printer started")?.split(" ")[2] ?? "none";
    expect(hub).toContain(`--demo --printer tcp://127.0.0.1:${port}`);
    await luot.end();
  });

  it("starts a dead printer again on the same port", async () => {
    const luot = start({ hasPrinter: true, port: 0 });
    await until(isRunning);
    const [, , port, pid] = noted("printer started")?.split(" ") ?? [];
    process.kill(Number(pid), "SIGKILL");
    const again = await until(() => notes().filter((line) => line.startsWith("printer st"))[1]);
    expect(again.split(" ")[2]).toBe(port);
    expect(log.join("\n")).toContain("The virtual printer has died");
    await expect(luot.end()).resolves.toBe(0);
  });

  it("goes on without a printer that does not start", async () => {
    write("hardware/simulators/src/cli/printer.ts", "process.exit(3);");
    const luot = start({ hasPrinter: true, port: 0 });
    const hub = await until(() => noted("hub started"));
    expect(hub).not.toContain("--printer");
    expect(log.join("\n")).toContain("it ended with code 3");
    await luot.end();
  });

  it("passes on the hub's exit code, and ends the printer", async () => {
    write("apps/hub/src/main.ts", `${NOTE}note("hub started"); process.exit(7);`);
    await expect(start({ hasPrinter: true, port: 0 }).code).resolves.toBe(7);
    expect(notes().at(-1)).toBe("printer ended");
  });

  it("starts nothing when the screens cannot be built", async () => {
    write("scripts/build-screens.ts", "process.exit(1);");
    const { code } = start({ hasPrinter: true, port: 0 });
    await expect(code).rejects.toThrow("could not be built");
    expect(notes()).toEqual([]);
  });

  it("says so when the port is in use", async () => {
    const other = net.createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, "127.0.0.1", () => {
        const address = other.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    const { code } = start({ hasPrinter: false, port });
    await expect(code).rejects.toThrow(`Port ${port} is in use`);
    await new Promise((resolve) => other.close(resolve));
  });
});

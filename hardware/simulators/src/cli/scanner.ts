import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createVirtualScanner, type VirtualScanner } from "../scanner/createVirtualScanner.ts";
import { parseReportFile, type ReportStep } from "../scanner/parseReportFile.ts";

const HELP = `Usage: npm run simulate:scanner -- [CODE] [options]

Plays a scanner for whoever reads tcp://127.0.0.1:9120, such as
  npm run -s scanner -- test --scanner tcp://127.0.0.1:9120
With CODE it waits for a reader, scans the code once and ends; without, each line you type is scanned.

Options:
  --aim ID      kind of code: ]C0 Code 128, ]Q1 QR code, ]C1 GS1-128 ... (]Q1)
  --file FILE   replay recorded reports instead: hex, one a line; 'wait 200' pauses 200 ms
  --port N      TCP port on 127.0.0.1 (9120)
  --wait SEC    how long to wait for the device, 1 to 3600 seconds (60)
  --help        this text

Examples:
  npm run simulate:scanner -- H56.29-250401-0003
  npm run simulate:scanner -- "https://x.example/tc?ma=H56.29-250401-0003" --aim ]Q1

Exit codes: 0 read, 1 no device came or the port is taken, 2 the call was wrong.`;
const HOST = "127.0.0.1";
const AIM = /^\][A-Za-z][0-9A-Za-z]$/;
/** The scanner's cable is pulled a moment after the last report, so that all of it is read. */
const LINGER_MS = 300;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

interface Wish {
  readonly code: string | null;
  readonly aim: string;
  readonly steps: readonly ReportStep[] | null;
  readonly port: number;
  readonly waitMs: number;
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes("--help")) {
    say(HELP);
    return 0;
  }
  const wish = readWish(args);
  if (typeof wish === "string") {
    complain(`${wish}\nSee: npm run simulate:scanner -- --help`);
    return 2;
  }
  let scanner: VirtualScanner;
  try {
    scanner = await createVirtualScanner({ port: wish.port, host: HOST });
  } catch (cause) {
    complain(`No scanner on port ${wish.port}: ${String(cause)}`);
    return 1;
  }
  try {
    return wish.code === null && wish.steps === null
      ? await readLines(scanner, wish)
      : await readOnce(scanner, wish);
  } finally {
    await new Promise((resolve) => setTimeout(resolve, LINGER_MS));
    await scanner.close();
  }
}

function readWish(args: readonly string[]): Wish | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        aim: { type: "string", default: "]Q1" },
        file: { type: "string" },
        port: { type: "string", default: "9120" },
        wait: { type: "string", default: "60" },
      },
    });
    const [port, wait] = [Number(values.port), Number(values.wait)];
    if (positionals.length > 1) return "One code at a time; put a code with blanks in quotes.";
    if (!AIM.test(values.aim))
      return `--aim takes an AIM identifier such as ]Q1, not '${values.aim}'.`;
    if (!(Number.isInteger(port) && port >= 0 && port < 65_536)) return "--port takes 0 to 65535.";
    if (!(wait >= 1 && wait <= 3_600)) return "--wait takes 1 to 3600 seconds.";
    const steps = values.file === undefined ? null : stepsOf(values.file);
    if (typeof steps === "string") return steps;
    return { code: positionals[0] ?? null, aim: values.aim, steps, port, waitMs: wait * 1_000 };
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function stepsOf(file: string): readonly ReportStep[] | string {
  const parsed = parseReportFile(readFileSync(file, "utf8"));
  return parsed.ok ? parsed.value : `${file}: ${parsed.error}`;
}

async function readOnce(
  scanner: VirtualScanner,
  { code, aim, steps, waitMs }: Wish,
): Promise<number> {
  say(`Scanner on tcp://${HOST}:${scanner.port}, waiting for its device …`);
  const timer = setTimeout(() => void scanner.close().then(giveUp), waitMs);
  await scanner.plugged();
  clearTimeout(timer);
  if (steps === null) scanner.scan(code ?? "", aim);
  else await scanner.replay(steps);
  say(steps === null ? `Read ${code} (${aim}).` : `Replayed ${steps.length} lines.`);
  return 0;
}

function giveUp(): never {
  complain(
    "Nobody read it. Start a reader, e.g. npm run -s scanner -- test --scanner tcp://127.0.0.1:9120",
  );
  return process.exit(1);
}

async function readLines(scanner: VirtualScanner, { aim }: Wish): Promise<number> {
  say(`Scanner on tcp://${HOST}:${scanner.port}. Type a code and Enter; Ctrl+C ends.`);
  void scanner.plugged().then(() => say("A device listens."));
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === "") continue;
    if (scanner.listeners === 0) say("No device listens yet; the code was not read.");
    else scanner.scan(line.trim(), aim);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));

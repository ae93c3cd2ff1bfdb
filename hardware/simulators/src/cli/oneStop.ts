import { parseArgs } from "node:util";
import { err, ok, type Result } from "@luot/kit";
import { createFastClock } from "../oneStop/createFastClock.ts";
import { ONE_STOP_FAULTS } from "../oneStop/faults.ts";
import { generateDossiers, NAME_MARK } from "../oneStop/generateDossiers.ts";
import { startOneStop } from "../oneStop/startOneStop.ts";
import { bookCsvOf, exchangeJsonOf } from "../oneStop/writeDossiers.ts";

const HELP = `Usage: npm run simulate:one-stop -- [options]

Plays the one-stop software of a made-up office on 127.0.0.1. Its dossiers move on as time passes.

Options:
  --port N           HTTP port, 0 for a free one (9130)
  --dossiers N       how many there are, those of days to come included (2000)
  --seed N           other numbers, other dossiers (1)
  --days-per-second N  how fast its days pass, 0 for as fast as everywhere (0)
  --fault NAME=RATE  how many of 100 answers go wrong in this way; may be given often:
                     ${ONE_STOP_FAULTS.join(" ")}
  --file FORM        write dossiers to the terminal and end: json (exchange form), csv (register book)
  --help             this text

HTTP:
  POST /DangNhap {"username":"luot","password":"luot"}
  GET  /DongBoHoSoMC?page=1&size=100&changedSince=yyyyMMddHHmmss   (authorization: Bearer SESSION)

When it listens, it prints one line: {"ready":true,"url":"http://127.0.0.1:9130"}
`;
const HOST = "127.0.0.1";
const DAY_MS = 86_400_000;
const HISTORY_DAYS = 60;
const AHEAD_DAYS = 30;
const REAL_TIME = 1 / 86_400;

interface Wish {
  readonly port: number;
  readonly dossiers: number;
  readonly seed: number;
  readonly daysPerSecond: number;
  readonly rates: Readonly<Record<string, number>>;
  readonly form: "json" | "csv" | null;
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) return void process.stdout.write(HELP);
  const wish = readWish(args);
  if (!wish.ok) {
    process.stderr.write(`${wish.error}\n\n${HELP}`);
    process.exitCode = 2;
    return;
  }
  if (wish.value.form === null) return serve(wish.value);
  const { seed, dossiers, form } = wish.value;
  const options = { now: Date.now(), historyDays: HISTORY_DAYS, mark: NAME_MARK };
  const made = generateDossiers(seed, dossiers, options);
  process.stdout.write(form === "json" ? exchangeJsonOf(made) : bookCsvOf(made));
}

async function serve({ port, dossiers, seed, daysPerSecond, rates }: Wish): Promise<void> {
  const startsAt = Date.now();
  const speed = daysPerSecond === 0 ? REAL_TIME : daysPerSecond;
  const server = await startOneStop({
    seed,
    dossiers,
    from: startsAt - HISTORY_DAYS * DAY_MS,
    until: startsAt + AHEAD_DAYS * DAY_MS,
    mark: NAME_MARK,
    port,
    host: HOST,
    username: "luot",
    password: "luot",
    now: createFastClock(startsAt, speed, () => performance.now()).now,
  });
  server.setTrouble({ rates });
  const stop = (): void => void server.close();
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.stdout.write(`${JSON.stringify({ ready: true, url: server.url })}\n`);
}

function readWish(args: readonly string[]): Result<Wish, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "9130" },
        dossiers: { type: "string", default: "2000" },
        seed: { type: "string", default: "1" },
        "days-per-second": { type: "string", default: "0" },
        fault: { type: "string", multiple: true, default: [] },
        file: { type: "string" },
      },
    });
    const rates = ratesOf(values.fault);
    if (!rates.ok) return rates;
    const form = values.file ?? null;
    if (form !== null && form !== "json" && form !== "csv") return err("--file takes json or csv.");
    const [port, dossiers, seed] = [values.port, values.dossiers, values.seed].map(Number);
    const daysPerSecond = Number(values["days-per-second"]);
    if (!isWhole(port, 65_535)) return err("--port takes 0 to 65535.");
    if (!isWhole(dossiers, 1_000_000)) return err("--dossiers takes up to 1000000.");
    if (!isWhole(seed, 0xffff_ffff)) return err("--seed takes a whole number.");
    if (!(daysPerSecond >= 0)) return err("--days-per-second takes a number from 0.");
    return ok({ port, dossiers, seed, daysPerSecond, rates: rates.value, form });
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}

function isWhole(value: number | undefined, most: number): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= most;
}

function ratesOf(faults: readonly string[]): Result<Readonly<Record<string, number>>, string> {
  const rates: Record<string, number> = {};
  for (const fault of faults) {
    const [name = "", percent = ""] = fault.split("=");
    const rate = Number(percent) / 100;
    const isKnown = ONE_STOP_FAULTS.some((known) => known === name);
    if (!isKnown || percent === "" || !(rate >= 0 && rate <= 1))
      return err(`--fault takes NAME=RATE with 0 to 100, not '${fault}'.`);
    rates[name] = rate;
  }
  return ok(rates);
}

try {
  await main(process.argv.slice(2));
} catch (cause) {
  const isTaken = cause instanceof Error && "code" in cause && cause.code === "EADDRINUSE";
  if (!isTaken) throw cause;
  process.stderr.write("The port is in use by another program: choose --port.\n");
  process.exitCode = 1;
}

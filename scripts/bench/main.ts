import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { rounded } from "./figures.ts";
import { measureP1 } from "./p1Durable.ts";
import { measureP2 } from "./p2Latency.ts";
import { measureP3 } from "./p3History.ts";
import { measureP4 } from "./p4Restart.ts";
import { measureRegister } from "./p5Register.ts";
import { measurePrint } from "./print.ts";
import { measureSearch } from "./search.ts";

const HELP = `Usage: npm run bench -- [NAME ...] [options]

Measures the hub against bare yardsticks in the same run; only the ratios mean something on another
machine. Each figure is the median of 5 runs.

  P1                 durable issue, 100 clients, 200 displays ÷ bare Socket.IO echo (goal ≥ 0.5)
  P2ack  P2display   p99 in ms at 200 commands a second: answer (goal ≤ 20), call to the last of
                     200 displays (goal ≤ 60)
  P3issue  P3call    time with 10 million tickets of history ÷ empty (goal ≤ 1.2)
  P4                 seconds until 2,000 clients are in step after a restart (goal ≤ 1.5)
  print              PrintTap: p99 in ms from the tap to the job's first byte, 10 kiosks printing (goal
                     ≤ 150); PrintMake, PrintBytes: a ticket's time and bytes ÷ escpos's own images
  search             SearchP50, SearchP95: ms for a query among 2,000 procedures (goal ≤ 2);
                     SearchRatio: its time ÷ a naive scan's

  register           RegisterRows, RegisterSame: new and known dossiers a second (goal ≥ 20000);
                     RegisterPlain: ÷ plain inserts; RegisterFind: p99 of a look-up in ms (goal ≤ 2);
                     RegisterBoard: a change with its board ÷ counting the board anew

Options:
  NAME, --only P1,P3 some of them
  --history N        tickets of history (10000000); made once, kept and used again
  --dossiers N       dossiers of the register (1000000)
  --cache DIR        where history is kept (~/.cache/luot-bench)
  --runs N           runs of each (5)
  --json FILE        write the figures as one object
  --help             this text

Exit codes: 0 measured, 1 something failed, 2 the call was wrong.`;

const NAMES = ["P1", "P2", "P3", "P4", "print", "search", "register"] as const;
type Name = (typeof NAMES)[number];

const GOALS: Readonly<Record<string, readonly ["≥" | "≤", number]>> = {
  P1: ["≥", 0.5],
  P2ack: ["≤", 20],
  P2display: ["≤", 60],
  P3issue: ["≤", 1.2],
  P3call: ["≤", 1.2],
  P4: ["≤", 1.5],
  SearchP50: ["≤", 2],
  SearchP95: ["≤", 2],
  SearchRatio: ["≤", 1],
  PrintTap: ["≤", 150],
  PrintMake: ["≤", 1],
  PrintBytes: ["≤", 1],
  RegisterRows: ["≥", 20_000],
  RegisterPlain: ["≥", 0.2],
  RegisterSame: ["≥", 20_000],
  RegisterFind: ["≤", 2],
  RegisterBoard: ["≤", 0.001],
};

async function main(): Promise<number> {
  const wish = read();
  if (typeof wish === "number") return wish;
  const measures: Record<Name, () => Promise<Readonly<Record<string, number>>>> = {
    P1: () => measureP1(wish.runs, console.log),
    P2: () => measureP2(wish.runs, console.log),
    P3: () => measureP3(wish.runs, wish, console.log),
    P4: () => measureP4(wish.runs, console.log),
    print: () => measurePrint(wish.runs, console.log),
    search: () => measureSearch(wish.runs, console.log),
    register: async () => measureRegister(wish.dossiers, console.log),
  };
  const figures: Record<string, number> = {};
  for (const name of wish.only) {
    console.log(name);
    for (const [key, value] of Object.entries(await measures[name]()))
      figures[key] = rounded(value);
  }
  console.log("");
  for (const [key, value] of Object.entries(figures)) {
    const [sign, goal] = GOALS[key] ?? ["≤", Infinity];
    const isMet = sign === "≥" ? value >= goal : value <= goal;
    console.log(
      `${key.padEnd(10)} ${String(value).padEnd(8)} goal ${sign} ${goal}  ${isMet ? "met" : "MISSED"}`,
    );
  }
  if (wish.json !== undefined) writeFileSync(wish.json, `${JSON.stringify(figures)}\n`);
  return 0;
}

interface Wish {
  readonly only: readonly Name[];
  readonly history: number;
  readonly dossiers: number;
  readonly cache: string | undefined;
  readonly runs: number;
  readonly json: string | undefined;
}

function read(): Wish | number {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (cause) {
    console.error(`${cause instanceof Error ? cause.message : String(cause)}\n\n${HELP}`);
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help === true) {
    console.log(HELP);
    return 0;
  }
  const named = positionals.length > 0 ? positionals.join(",") : NAMES.join(",");
  const only = (values.only ?? named).split(",");
  const history = Number(values.history ?? "10000000");
  const dossiers = Number(values.dossiers ?? "1000000");
  const runs = Number(values.runs ?? "5");
  const isWrong =
    only.some((name) => !NAMES.some((known) => known === name)) ||
    !Number.isInteger(history) ||
    history < 1_000 ||
    !Number.isInteger(dossiers) ||
    dossiers < 100_000 ||
    !Number.isInteger(runs) ||
    runs < 1;
  if (isWrong) {
    console.error(HELP);
    return 2;
  }
  return {
    only: NAMES.filter((name) => only.includes(name)),
    history,
    dossiers,
    cache: values.cache,
    runs,
    json: values.json,
  };
}

function parse() {
  return parseArgs({
    options: {
      only: { type: "string" },
      history: { type: "string" },
      dossiers: { type: "string" },
      cache: { type: "string" },
      runs: { type: "string" },
      json: { type: "string" },
      help: { type: "boolean" },
    },
    allowPositionals: true,
    strict: true,
  });
}

process.exitCode = await main();

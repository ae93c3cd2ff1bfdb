import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generateDossiers } from "../oneStop/generateDossiers.ts";
import type { HoSo } from "../oneStop/HoSo.ts";
import { exchangeJsonOf } from "../oneStop/writeDossiers.ts";

const HELP = `Usage: node hardware/simulators/src/cli/demoDossiers.ts --data FOLDER

Makes up the dossiers of a demonstration: a file of 2,000 for the folder that the hub watches, and
one code of each state to try at the kiosk, in FOLDER/dossiers/demo.json and on the terminal.

  --data FOLDER   the hub's data folder
  --help          this text
`;
const COUNT = 2_000;
const HISTORY_DAYS = 75;
const SEED = 20;

function main(args: readonly string[]): void {
  if (args.includes("--help")) return void process.stdout.write(HELP);
  const data = dataIn(args);
  if (data === null) {
    process.stderr.write(`Say where: --data FOLDER\n\n${HELP}`);
    process.exitCode = 2;
    return;
  }
  const now = Date.now();
  const dossiers = [...generateDossiers(SEED, COUNT, { now, historyDays: HISTORY_DAYS, mark: "" })];
  const folder = join(data, "dossiers");
  mkdirSync(join(folder, "in"), { recursive: true });
  writeWhole(join(folder, "in", "demo.json"), exchangeJsonOf(dossiers));
  const samples = samplesOf(dossiers);
  writeWhole(join(folder, "demo.json"), JSON.stringify(samples));
  for (const { status, code } of samples) process.stdout.write(`${status.padStart(2)}  ${code}\n`);
}

function dataIn(args: readonly string[]): string | null {
  try {
    return (
      parseArgs({ args: [...args], options: { data: { type: "string" } } }).values.data ?? null
    );
  } catch {
    // An unknown option: the help says which there are.
    return null;
  }
}

/** Whoever looks into the folder meanwhile sees the whole file or none. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
}

/** The newest dossier of each state that this centre itself sees to, in the order of the states. */
function samplesOf(
  dossiers: readonly HoSo[],
): readonly { readonly code: string; readonly status: string }[] {
  const here = dossiers.filter(
    ({ MaHoSo, ThongTinTra }) => ThongTinTra === "" && !MaHoSo.startsWith("H56.90"),
  );
  const newest = new Map(here.map(({ MaHoSo, TrangThaiHoSo }) => [TrangThaiHoSo, MaHoSo]));
  return [...newest]
    .map(([status, code]) => ({ status, code }))
    .filter(({ status }) => Number(status) <= 10)
    .toSorted((a, b) => Number(a.status) - Number(b.status));
}

main(process.argv.slice(2));

import { readFileSync } from "node:fs";
import path from "node:path";
import { createProcedureSearch } from "@luot/dossier";
import { ROOT } from "../lib/paths.mjs";
import { makeCatalogue } from "../lib/demoCatalogue/makeCatalogue.ts";
import { median, percentile } from "./figures.ts";

const NAMES = 2_000;
const SHOWN = 6;
/** Each query counts with the middle of so many goes: other work on the machine hits single ones. */
const ROUNDS = 9;
const FIXTURES = path.join(ROOT, "packages", "dossier", "src", "fixtures");

/**
 * Searching 2,000 names for every query of the tests: p50 and p95 in ms, and the time as a share of
 * a naive scan's, which folds each name and counts the query's words in it.
 */
export async function measureSearch(
  runs: number,
  say: (line: string) => void,
): Promise<Readonly<Record<string, number>>> {
  const procedures = names();
  const queries = [...queriesOf("procedure-search.json"), ...queriesOf("procedure-queries.json")];
  const { search } = createProcedureSearch(procedures);
  const own = (query: string): unknown => search(query, SHOWN);
  const naive = (query: string): unknown => naiveScan(query, procedures);
  for (const query of queries) own(query);
  const [p50, p95, ratio]: [number[], number[], number[]] = [[], [], []];
  for (let run = 1; run <= runs; run++) {
    const ms = timesOf(queries, own, ROUNDS);
    const scan = timesOf(queries, naive, 1);
    p50.push(median(ms));
    p95.push(percentile(ms, 0.95));
    ratio.push(median(ms) / median(scan));
    say(
      `  run ${run}: p50 ${median(ms).toFixed(3)} ms, p95 ${percentile(ms, 0.95).toFixed(3)} ms, naive p50 ${median(scan).toFixed(3)} ms`,
    );
  }
  return { SearchP50: median(p50), SearchP95: median(p95), SearchRatio: median(ratio) };
}

/** The demonstration's catalogue, filled up to the size of a province's. */
function names(): readonly { readonly code: string; readonly name: string }[] {
  const { procedures } = makeCatalogue();
  const more = procedures.slice(0, Math.max(0, NAMES - procedures.length));
  return [
    ...procedures,
    ...more.map((one) => ({ ...one, name: `${one.name} (liên thông)` })),
  ].slice(0, NAMES);
}

function queriesOf(file: string): readonly string[] {
  const { cases } = JSON.parse(readFileSync(path.join(FIXTURES, file), "utf8")) as {
    readonly cases: readonly { readonly query: string }[];
  };
  return cases.map(({ query }) => query);
}

function timesOf(
  queries: readonly string[],
  search: (query: string) => unknown,
  rounds: number,
): readonly number[] {
  return queries.map((query) => {
    const times = Array.from({ length: rounds }, () => {
      const startedAt = performance.now();
      search(query);
      return performance.now() - startedAt;
    });
    return median(times);
  });
}

function naiveScan(
  query: string,
  procedures: readonly { readonly name: string }[],
): readonly { readonly at: number; readonly found: number }[] {
  const words = folded(query).split(" ");
  return procedures
    .map(({ name }, at) => {
      const held = ` ${folded(name)} `;
      return { at, found: words.filter((word) => held.includes(` ${word} `)).length };
    })
    .filter(({ found }) => found > 0)
    .toSorted((a, b) => b.found - a.found || a.at - b.at)
    .slice(0, SHOWN);
}

function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

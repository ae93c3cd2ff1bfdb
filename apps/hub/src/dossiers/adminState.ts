import type { DossierAdmin, DossierRun, DossierRunDetailsSchema } from "@luot/contract";
import { BUILT_IN_MAPPINGS } from "@luot/dossier";
import type { ImportRun, RegisterReader } from "@luot/store";
import type { z } from "zod";
import type { Dossiers } from "./startDossiers.ts";

const SHOWN_RUNS = 50;
/** As far back as the newest run of each source is looked for. */
const SEARCHED_RUNS = 1_000;

/** All that an administrator sees of the dossiers at once; no secret, nobody's name. */
export function adminState(dossiers: Dossiers): DossierAdmin {
  const { register, sources, writer } = dossiers;
  const runs = register.runs(SEARCHED_RUNS);
  const states = new Map(register.sources().map((state) => [state.id, state]));
  const all = sources.all();
  return {
    count: register.count(),
    asOf: register.asOf(),
    isStale: dossiers.isStale(),
    progress: writer.progress(),
    inFolder: dossiers.inFolder,
    hasPushKey: all.some(({ id, kind }) => kind === "push" && states.get(id)?.hasSecret === true),
    sources: all.map((source) => {
      const state = states.get(source.id);
      const lastRun = runs.find((run) => run.source === source.id);
      return {
        source,
        asOf: state?.asOf ?? null,
        lastOkAt: state?.lastOkAt ?? null,
        hasSecret: state?.hasSecret ?? false,
        lastRun: lastRun === undefined ? null : toldRun(lastRun),
      };
    }),
    runs: runs.slice(0, SHOWN_RUNS).map(toldRun),
    mappings: Object.entries(BUILT_IN_MAPPINGS).map(([name, mapping]) => ({ name, mapping })),
  };
}

/** One run with what was refused of it; `null` when there is none of that number. */
export function runDetails(
  register: RegisterReader,
  id: number,
): z.infer<typeof DossierRunDetailsSchema> | null {
  const run = register.run(id);
  return run === null ? null : { run: toldRun(run), refusals: register.refusalsOf(id) };
}

function toldRun(run: ImportRun): DossierRun {
  const { id, source, name, startedAt, endedAt, outcome, reason, counts } = run;
  return { id, source, name, startedAt, endedAt, outcome, reason, counts };
}

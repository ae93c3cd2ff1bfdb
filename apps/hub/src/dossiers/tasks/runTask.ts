import type { DossierRegister, RowOutcome } from "@luot/store";
import { type RegisterConfig, registerRules } from "../registerRules.ts";
import type { ImportProgress, RegisterTaskName, RegisterTasks } from "../RegisterWriter.ts";
import { importFile } from "./importFile.ts";
import { tryMapping } from "./tryMapping.ts";

/** What tasks are done with. */
export interface TaskTools {
  readonly register: DossierRegister;
  /** As of the last `adopt`. */
  config: RegisterConfig;
  readonly onProgress: (progress: ImportProgress) => void;
}

type Handlers = {
  readonly [N in RegisterTaskName]: (
    tools: TaskTools,
    input: RegisterTasks[N]["input"],
  ) => RegisterTasks[N]["answer"] | Promise<RegisterTasks[N]["answer"]>;
};

const HANDLERS: Handlers = {
  "import-file": ({ register, config, onProgress }, task) =>
    importFile(
      {
        register,
        config,
        onProgress: (done, of) => onProgress({ source: task.source, done, of }),
      },
      task,
    ),
  apply: ({ register }, batch) => {
    const outcomes: RowOutcome[] = [];
    const result = register.apply({ ...batch, onRow: (_row, outcome) => outcomes.push(outcome) });
    const report = result.ok ? result.value : result.error;
    return { outcomes, refusals: report.refusals };
  },
  "begin-run": ({ register }, start) => register.beginRun(start),
  "end-run": ({ register }, { run, end }) => done(register.endRun(run, end)),
  "set-source": ({ register }, { id, change }) => done(register.setSource(id, change)),
  "remove-source": ({ register }, { id }) => done(register.removeSource(id)),
  "note-opening": ({ register }, { code, opening }) => done(register.noteOpening(code, opening)),
  "note-look-up": ({ register }, { code, lookUp }) => done(register.noteLookUp(code, lookUp)),
  erase: ({ register }, { now, keep }) => register.eraseExpired(now, keep),
  "recount-board": ({ register }) => register.recountBoard(),
  adopt: (tools, config) => {
    tools.register.adopt(registerRules(config));
    tools.config = config;
    return null;
  },
  "try-mapping": ({ config }, input) => tryMapping(input, config),
};

/**
 * Does one task on the register of this thread.
 *
 * @throws whatever the register throws; then nothing of the task is kept
 */
export async function runTask<N extends RegisterTaskName>(
  tools: TaskTools,
  name: N,
  input: RegisterTasks[N]["input"],
): Promise<RegisterTasks[N]["answer"]> {
  return HANDLERS[name](tools, input);
}

/** What is durable, and has nothing to tell. */
function done(_kept: void): null {
  return null;
}

import type { RegisterPort } from "./pull/RegisterPort.ts";
import type { RegisterWriter } from "./RegisterWriter.ts";

/** The writer of the register as connectors of the network need it. */
export function registerPortOf(writer: RegisterWriter): RegisterPort {
  return {
    beginRun: (start) => writer.run("begin-run", start),
    apply: (batch) => writer.run("apply", batch),
    endRun: async (run, end) => {
      await writer.run("end-run", { run, end });
    },
  };
}

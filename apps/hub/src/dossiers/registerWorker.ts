import { parentPort, workerData } from "node:worker_threads";
import { invariant } from "@luot/kit";
import { openRegister, registerKey } from "@luot/store";
import { registerRules } from "./registerRules.ts";
import type { RegisterTaskName, RegisterTasks } from "./RegisterWriter.ts";
import { runTask, type TaskTools } from "./tasks/runTask.ts";
import type { FromThread, ThreadStart, ToThread } from "./threadMessages.ts";

/**
 * The thread that writes the register. It does what it is told, one task at a time, and ends when it
 * is told to; a kill in between leaves whole tasks alone.
 */
function main(): void {
  const port = parentPort;
  invariant(port !== null, "it runs as a thread");
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const tell = (message: FromThread): void => port.postMessage(message);
  const { folder, config, now } = workerData as ThreadStart;
  const tools: TaskTools = {
    register: openRegister(folder, {
      key: registerKey(folder),
      rules: registerRules(config),
      now,
    }),
    config,
    onProgress: (progress) => tell({ kind: "progress", progress }),
  };
  let tail: Promise<unknown> = Promise.resolve();
  port.on("message", (message: ToThread) => {
    tail = tail.then(() => (message.kind === "close" ? close() : obey(message)));
  });
  const close = (): void => {
    tools.register.close();
    port.close();
  };
  const obey = ({ name, input }: Extract<ToThread, { readonly kind: "task" }>): Promise<void> =>
    runTask(tools, name, input as RegisterTasks[RegisterTaskName]["input"]).then(
      (answer) => tell({ kind: "done", answer }),
      (cause: unknown) => tell({ kind: "failed", cause }),
    );
}

main();

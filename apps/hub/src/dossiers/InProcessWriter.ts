import type { RegisterTaskName, RegisterTasks, RegisterWriter } from "./RegisterWriter.ts";
import { runTask, type TaskTools } from "./tasks/runTask.ts";

/**
 * Does the tasks of the register on the caller's own thread: for a hub that keeps everything in
 * memory, and for the command line beside a stopped hub.
 */
export class InProcessWriter implements RegisterWriter {
  readonly #tools: TaskTools;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(tools: TaskTools) {
    this.#tools = tools;
  }

  run<N extends RegisterTaskName>(
    name: N,
    input: RegisterTasks[N]["input"],
  ): Promise<RegisterTasks[N]["answer"]> {
    const answer = this.#tail.then(() => runTask(this.#tools, name, input));
    // The next task goes on whatever became of this one; its caller hears of it.
    this.#tail = answer.catch(() => undefined);
    return answer;
  }

  progress(): null {
    return null;
  }

  async close(): Promise<void> {
    await this.#tail;
  }
}

import type { StartOptions } from "./startOptions.mjs";

export function launch(run: {
  readonly root: string;
  readonly node: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly options: StartOptions;
  readonly log: (line: string) => void;
  readonly stop: AbortSignal;
}): Promise<number>;

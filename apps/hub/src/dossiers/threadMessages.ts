import type { RegisterConfig } from "./registerRules.ts";
import type { ImportProgress, RegisterTaskName } from "./RegisterWriter.ts";

/** What the register's thread is started with. */
export interface ThreadStart {
  /** The hub's data folder. */
  readonly folder: string;
  readonly config: RegisterConfig;
  /** Epoch ms of the hub's clock. */
  readonly now: number;
}

/** What the hub tells the thread. The next task is told after the last was answered. */
export type ToThread =
  | { readonly kind: "task"; readonly name: RegisterTaskName; readonly input: unknown }
  | { readonly kind: "close" };

/** What the thread tells the hub. */
export type FromThread =
  | { readonly kind: "progress"; readonly progress: ImportProgress }
  | { readonly kind: "done"; readonly answer: unknown }
  | { readonly kind: "failed"; readonly cause: unknown };

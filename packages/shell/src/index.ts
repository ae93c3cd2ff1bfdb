export { runShell } from "./app/runShell.ts";
export type { ShellOptions } from "./app/ShellOptions.ts";

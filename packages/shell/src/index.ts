export { runShell, type ShellOptions } from "./app/runShell.ts";

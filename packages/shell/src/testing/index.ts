export { electronFolder } from "./electronFolder.ts";
export { launchShell, runShellToEnd, type ShellLaunch } from "./launchShell.ts";
export { VirtualScreen } from "./VirtualScreen.ts";

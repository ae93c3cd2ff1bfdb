export { electronFolder } from "./electronFolder.ts";
export { launchShell, type ShellLaunch } from "./launchShell.ts";
export { VirtualScreen } from "./VirtualScreen.ts";

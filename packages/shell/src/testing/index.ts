export { pressKeys, type TestKey } from "./pressKeys.ts";
export { VirtualScreen } from "./VirtualScreen.ts";
export { electronFolder } from "./electronFolder.ts";
export { launchShell, runShellToEnd, type ShellEnd, type ShellLaunch } from "./launchShell.ts";
export { keepTestPin, TEST_PIN } from "./testPin.ts";
export { Supervisor } from "./Supervisor.ts";

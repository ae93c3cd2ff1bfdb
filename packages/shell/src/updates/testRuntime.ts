/** At the end of the version of each package that holds an Electron for tests only. */
export const TEST_RUNTIME_SUFFIX = "-testruntime";

/** Whether a version is that of a package with an Electron for tests only. Pure. */
export function isTestRuntimeVersion(version: string): boolean {
  return version.endsWith(TEST_RUNTIME_SUFFIX);
}

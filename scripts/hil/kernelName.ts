export type KernelFlavour = "cloud" | "full";

/** The series of Debian 12, on which all this was first proved; others are taken when it is gone. */
const PROVED_SERIES = "6.1.";
const VERSION = String.raw`\d+\.\d+\.\d+(?:\+[a-z]+\d*)?(?:-\d+)?`;
const PATTERNS: Readonly<Record<KernelFlavour, RegExp>> = {
  cloud: new RegExp(`^linux-image-(${VERSION})-cloud-amd64$`),
  full: new RegExp(`^linux-image-(${VERSION})-amd64$`),
};

/**
 * Chooses the newest kernel package: of the proved series when there is one, else of all. Leaves
 * out what is no kernel to boot (`-dbg`, `-unsigned`, `-rt`, meta packages). Pure.
 *
 * @param names package names in any order
 * @returns the package's name, or `null` when none fits
 */
export function chooseKernel(names: readonly string[], flavour: KernelFlavour): string | null {
  const found = names
    .map((name) => ({ name, version: PATTERNS[flavour].exec(name)?.[1] }))
    .filter((entry) => entry.version !== undefined)
    .map(({ name, version = "" }) => ({ name, version }));
  const proved = found.filter(({ version }) => version.startsWith(PROVED_SERIES));
  const [newest] = (proved.length > 0 ? proved : found).toSorted((a, b) =>
    compareVersions(b.version, a.version),
  );
  return newest?.name ?? null;
}

/** By numbers, left to right: 6.1.0-9 is older than 6.1.0-56. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: string): number[] {
  return [...version.matchAll(/\d+/g)].map(([digits]) => Number(digits));
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** What scripts/packaging wrote into the package.json of a packaged app. */
const PackageInfoSchema = z.object({
  version: z.string(),
  luot: z
    .object({ isTestRuntime: z.boolean(), updateKey: z.string().nullable() })
    .default({ isTestRuntime: false, updateKey: null }),
});

/** What the app was made as. */
export interface PackageInfo {
  readonly version: string;
  /** It holds an Electron for tests only. */
  readonly isTestRuntime: boolean;
  /** PEM of the public key that its updates are signed for; `null`: it takes none. */
  readonly updateKey: string | null;
}

/**
 * Reads how an app was packaged; one that was not has no key.
 *
 * @param folder the app's own, in the asar of a packaged one
 */
export function readPackageInfo(folder: string): PackageInfo {
  const read: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { version, luot } = PackageInfoSchema.parse(read);
  return { version, ...luot };
}

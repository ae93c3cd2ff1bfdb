import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../../lib/paths.mjs";
import { NOT_BUNDLED, REQUIRE } from "../nativeModules.ts";

/**
 * Bundles the hub and all its packages but the native ones. Its commands stay apart, so that a
 * small one does not wait for the whole hub.
 *
 * @param into folder two below that of the hub, as the sources are, for the hub finds its screens
 *   and its version from there
 */
export async function bundleHub(into: string): Promise<void> {
  const hub = join(ROOT, "apps", "hub", "src");
  await build({
    entryPoints: {
      luot: join(hub, "main.ts"),
      // A thread of its own; it is started by its name beside the other files.
      registerWorker: join(hub, "dossiers", "registerWorker.ts"),
    },
    outdir: into,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    // jsonc-parser for one can be bundled in its form of ES modules only.
    mainFields: ["module", "main"],
    external: [...NOT_BUNDLED],
    banner: { js: REQUIRE },
    legalComments: "none",
    logLevel: "warning",
    absWorkingDir: ROOT,
  });
}

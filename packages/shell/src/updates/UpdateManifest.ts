import { z } from "zod";

/** No package of ours is near this; what says it is larger is not downloaded. */
export const LARGEST_UPDATE_BYTES = 600_000_000;
/** A sealed manifest is about 600 bytes. */
export const LARGEST_MANIFEST_BYTES = 16_384;

/** How a package is installed; each has a manifest of its own. */
export const UpdateTargetSchema = z.enum(["deb", "AppImage", "nsis"]);
export type UpdateTarget = z.infer<typeof UpdateTargetSchema>;

const VersionSchema = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}(-[0-9A-Za-z.-]{1,32})?$/u);

/** What is known of the newest package of an app, once its signature was found good. */
export const UpdateManifestSchema = z.object({
  app: z.enum(["kiosk", "counter", "display"]),
  target: UpdateTargetSchema,
  /** As `process.arch`. */
  arch: z.enum(["x64", "arm64"]),
  version: VersionSchema,
  /** Name of the file beside the manifest; no way out of its folder can be written so. */
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+~-]{0,127}$/u),
  size: z.int().positive().max(LARGEST_UPDATE_BYTES).describe("Bytes."),
  sha512: z.string().regex(/^[0-9a-f]{128}$/u),
});
export type UpdateManifest = z.infer<typeof UpdateManifestSchema>;

/** How a manifest travels: as the very text that was signed, so that nothing needs to be rewritten. */
export const SealedManifestSchema = z.object({
  payload: z.string().max(LARGEST_MANIFEST_BYTES),
  signature: z.base64().max(128).describe("Ed25519 over SEAL and the payload."),
});

/** Said before the payload when it is signed: a signature is good for this purpose alone. */
export const SEAL = "luot update 1\n";

/** Where a hub keeps the manifest of an app, e.g. `deb-x64.json` in `/updates/kiosk/`. Pure. */
export function manifestName(target: UpdateTarget, arch: string): string {
  return `${target}-${arch}.json`;
}

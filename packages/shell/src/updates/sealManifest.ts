import { type KeyObject, sign } from "node:crypto";
import { SEAL, type UpdateManifest, UpdateManifestSchema } from "./UpdateManifest.ts";

/**
 * Signs a manifest, as whoever makes packages does. Pure.
 *
 * @param key private, Ed25519
 * @returns text of the manifest's file
 * @throws when the manifest is none
 */
export function sealManifest(manifest: UpdateManifest, key: KeyObject): string {
  const payload = JSON.stringify(UpdateManifestSchema.parse(manifest));
  const signature = sign(null, Buffer.from(SEAL + payload), key).toString("base64");
  return `${JSON.stringify({ payload, signature }, null, 2)}\n`;
}

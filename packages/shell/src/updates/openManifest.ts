import { type KeyObject, verify } from "node:crypto";
import { err, ok, type Result } from "@luot/kit";
import { jsonOrNull } from "../settings/jsonOrNull.ts";
import {
  SEAL,
  SealedManifestSchema,
  type UpdateManifest,
  UpdateManifestSchema,
} from "./UpdateManifest.ts";

/**
 * Reads a sealed manifest. Nothing of what was signed is looked at before the signature is good.
 * Pure.
 *
 * @param key public, Ed25519
 */
export function openManifest(
  text: string,
  key: KeyObject,
): Result<UpdateManifest, "malformed" | "wrong_signature"> {
  const sealed = SealedManifestSchema.safeParse(jsonOrNull(text));
  if (!sealed.success) return err("malformed");
  const { payload, signature } = sealed.data;
  if (!verify(null, Buffer.from(SEAL + payload), key, Buffer.from(signature, "base64")))
    return err("wrong_signature");
  const manifest = UpdateManifestSchema.safeParse(jsonOrNull(payload));
  return manifest.success ? ok(manifest.data) : err("malformed");
}

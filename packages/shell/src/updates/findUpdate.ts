import type { KeyObject } from "node:crypto";
import { err, ok, type Result } from "@luot/kit";
import { isNewerVersion } from "./isNewerVersion.ts";
import { openManifest } from "./openManifest.ts";
import { isTestRuntimeVersion } from "./testRuntime.ts";
import {
  LARGEST_MANIFEST_BYTES,
  manifestName,
  type UpdateManifest,
  type UpdateTarget,
} from "./UpdateManifest.ts";

const ANSWER_WITHIN_MS = 10_000;

/** The program that runs, as it was packaged. */
export interface InstalledProgram {
  readonly app: UpdateManifest["app"];
  readonly target: UpdateTarget;
  /** As `process.arch`. */
  readonly arch: string;
  readonly version: string;
  /** Public key of whoever may sign its updates. */
  readonly key: KeyObject;
}

/** Why there is no update; the first three are no cause for worry. */
export type NoUpdate =
  | "none_offered"
  | "not_newer"
  | "unreachable"
  | "malformed"
  | "wrong_signature"
  | "for_another"
  | "for_tests";

/** A manifest that may be acted on, and the text it was read from. */
export interface FoundUpdate {
  readonly manifest: UpdateManifest;
  readonly sealed: string;
}

/**
 * Asks a hub for a newer package and checks whether its word can be believed: signed by the right
 * key, for this app, this kind of package and this machine, and newer than what runs. A hub that
 * was taken over can keep an update back, and can't make anybody take one.
 */
export async function findUpdate(
  hubUrl: string,
  program: InstalledProgram,
  ask: typeof fetch,
): Promise<Result<FoundUpdate, NoUpdate>> {
  const name = manifestName(program.target, program.arch);
  const text = await readManifest(`${hubUrl}/updates/${program.app}/${name}`, ask);
  if (!text.ok) return text;
  return judgeManifest(text.value, program);
}

/** The same judgement over a manifest that is on disk already. Pure. */
export function judgeManifest(
  sealed: string,
  program: InstalledProgram,
): Result<FoundUpdate, NoUpdate> {
  const manifest = openManifest(sealed, program.key);
  if (!manifest.ok) return manifest;
  const { app, target, arch, version } = manifest.value;
  if (app !== program.app || target !== program.target || arch !== program.arch)
    return err("for_another");
  // Signed by mistake, it must not come to a machine that is in use.
  if (isTestRuntimeVersion(version) && !isTestRuntimeVersion(program.version))
    return err("for_tests");
  if (!isNewerVersion(version, program.version)) return err("not_newer");
  return ok({ manifest: manifest.value, sealed });
}

async function readManifest(
  url: string,
  ask: typeof fetch,
): Promise<Result<string, "none_offered" | "unreachable" | "malformed">> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    const response = await ask(url, { redirect: "error", signal });
    if (response.status === 404) return err("none_offered");
    if (!response.ok || response.body === null) return err("unreachable");
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of response.body) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > LARGEST_MANIFEST_BYTES) return err("malformed");
    }
    return ok(text);
  } catch {
    // fetch tells a host that can't be reached, a redirect and a broken answer only by throwing.
    return err("unreachable");
  }
}

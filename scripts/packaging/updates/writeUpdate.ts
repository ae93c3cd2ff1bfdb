import { createHash, type KeyObject } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import {
  manifestName,
  sealManifest,
  type UpdateManifest,
  UpdateTargetSchema,
} from "@luot/shell/updates";
import type { DesktopApp } from "../PackageWish.ts";

/** A package that becomes an update. */
export interface UpdateToWrite {
  readonly app: DesktopApp;
  readonly version: string;
  readonly file: string;
  /** Private, Ed25519. */
  readonly key: KeyObject;
}

const TARGETS: Readonly<Record<string, string>> = {
  ".deb": "deb",
  ".AppImage": "AppImage",
  ".exe": "nsis",
};

/**
 * Lays a package and its signed manifest out as a hub serves them: `updates/<app>/` below `out`.
 * Files that are no package (a block map) are left alone.
 */
export function writeUpdate({ app, version, file, key }: UpdateToWrite, out: string): void {
  const target = UpdateTargetSchema.safeParse(TARGETS[extname(file)]);
  if (!target.success) return;
  const body = readFileSync(file);
  const manifest = {
    app,
    target: target.data,
    arch: process.arch as UpdateManifest["arch"],
    version,
    file: basename(file).replaceAll(/[^A-Za-z0-9._+~-]/gu, "-"),
    size: body.length,
    sha512: createHash("sha512").update(body).digest("hex"),
  };
  const folder = join(out, "updates", app);
  mkdirSync(folder, { recursive: true });
  copyFileSync(file, join(folder, manifest.file));
  writeFileSync(join(folder, manifestName(target.data, process.arch)), sealManifest(manifest, key));
}

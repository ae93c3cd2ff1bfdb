import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silentLogger } from "@luot/kit";
import { afterEach, beforeEach, expect, it } from "vitest";
import { installUpdate } from "./installUpdate.ts";
import { aManifest } from "./testing/UpdateServer.ts";
import type { ReadyUpdate } from "./UpdateKeeper.ts";
import type { UpdateTarget } from "./UpdateManifest.ts";

let folder: string;
let warned: string[] = [];
const log = { ...silentLogger, warn: (message: string) => void warned.push(message) };
beforeEach(() => {
  warned = [];
  folder = mkdtempSync(join(tmpdir(), "luot-install-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function anUpdate(target: UpdateTarget, body: string): ReadyUpdate {
  const path = join(folder, "package");
  writeFileSync(path, body);
  return { manifest: aManifest(Buffer.from(body), { target }), path };
}

it("puts an AppImage in place of the one that runs, once", async () => {
  const appImage = join(folder, "luot.AppImage");
  writeFileSync(appImage, "old");
  const place = { folder, appImage, log };
  const update = anUpdate("AppImage", "new");
  expect(await installUpdate(update, place)).toEqual({ kind: "start", program: appImage });
  expect(readFileSync(appImage, "utf8")).toBe("new");
  expect(statSync(appImage).mode & 0o777).toBe(0o755);
  expect(readdirSync(folder).filter((name) => name.endsWith(".new"))).toEqual([]);
  // Had it not taken, the app would start again as the old one and try without end.
  expect(await installUpdate(update, place)).toEqual({ kind: "by_hand" });
  expect(warned).toEqual(["an update is not installed: it was tried before"]);
  expect((await installUpdate(anUpdate("AppImage", "newer"), place)).kind).toBe("start");
});

it("tries again what a full disk has stopped, and leaves nothing of it", async () => {
  const appImage = join(folder, "luot.AppImage");
  writeFileSync(appImage, "old");
  // A folder where the copy should go.
  mkdirSync(join(`${appImage}.new`, "x"), { recursive: true });
  const update = anUpdate("AppImage", "new");
  await expect(installUpdate(update, { folder, appImage, log })).rejects.toThrow(".new");
  rmSync(`${appImage}.new`, { recursive: true });
  expect((await installUpdate(update, { folder, appImage, log })).kind).toBe("start");
});

it("installs no file that was changed since it was brought, and says so", async () => {
  const appImage = join(folder, "luot.AppImage");
  writeFileSync(appImage, "old");
  const update = anUpdate("AppImage", "new");
  writeFileSync(update.path, "bad");
  expect((await installUpdate(update, { folder, appImage, log })).kind).toBe("by_hand");
  expect(readFileSync(appImage, "utf8")).toBe("old");
  expect(readdirSync(folder).toSorted()).toEqual(["luot.AppImage", "package"]);
  expect(warned).toEqual(["an update is not installed: it was changed on the disk"]);
  writeFileSync(update.path, "new");
  expect((await installUpdate(update, { folder, appImage, log })).kind).toBe("start");
});

it.each(["deb", "nsis"] as const)("leaves %s to whoever may install it", async (target) => {
  expect(await installUpdate(anUpdate(target, "x"), { folder, appImage: null, log })).toEqual({
    kind: "by_hand",
  });
});

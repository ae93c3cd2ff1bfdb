import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../lib/paths.mjs";

function cli(...args: readonly string[]): { readonly code: number | null; readonly said: string } {
  const main = join(import.meta.dirname, "main.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: "utf8",
  });
  return { code: status, said: stdout + stderr };
}

it("explains itself, and refuses what it does not know", () => {
  expect(cli("--help")).toMatchObject({ code: 0 });
  const wrong = cli("console");
  expect(wrong.code).toBe(2);
  expect(wrong.said).toContain("no part named 'console'");
  expect(cli("hub", "--sign", "/nowhere").code).toBe(2);
});

const isDownloaded = existsSync(join(ROOT, "node_modules/electron/dist/version"));
if (isDownloaded)
  process.stdout.write("Not run: packaging without the declared Electron, for it is here.\n");

it.skipIf(isDownloaded)("makes no release of another Electron than the declared one", () => {
  const refused = cli("kiosk", "--targets", "dir");
  expect(refused.code).toBe(1);
  expect(refused.said).toContain("--test-runtime");
  expect(refused.said).toContain("is not here");
});

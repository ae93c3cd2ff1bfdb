import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { missingTools } from "./deviceTools.mjs";

it("names the programs that no folder of the search path has, and what goes untested", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "luot-tools-"));
  fs.writeFileSync(path.join(folder, "socat"), "");
  const missing = missingTools(["", folder, path.join(folder, "none")].join(path.delimiter));
  expect(missing.map(({ program }) => program)).toEqual(["umockdev-run", "zbarimg"]);
  expect(missing.every(({ from, proves }) => from !== "" && proves !== "")).toBe(true);
  fs.rmSync(folder, { recursive: true });
});

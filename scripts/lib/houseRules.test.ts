import { describe, expect, it } from "vitest";
import { findForbiddenTopLevel, findLongFiles, findRegistryAddresses } from "./houseRules.mjs";

const file = (lineCount: number) => ({ path: "apps/a.ts", text: "x\n".repeat(lineCount) });

describe("findLongFiles", () => {
  it("passes a file of 400 lines", () => {
    expect(findLongFiles([file(400)])).toEqual([]);
  });

  it("finds a file of 401 lines, and says how long it is", () => {
    expect(findLongFiles([file(401)])).toEqual(["apps/a.ts: 401 lines, 400 are allowed"]);
  });

  it("counts a last line without a line break", () => {
    expect(findLongFiles([{ path: "a.ts", text: `${"x\n".repeat(400)}x` }])).toHaveLength(1);
  });
});

describe("findRegistryAddresses", () => {
  it("finds the address of a registry in the lock file", () => {
    const lock = '{ "a": { "resolved": "https://registry.example/a.tgz" } }';
    expect(findRegistryAddresses(lock)).toEqual([
      "package-lock.json: holds a registry address, https://registry.example/a.tgz",
    ]);
  });

  it("passes links to workspaces", () => {
    expect(findRegistryAddresses('{ "resolved": "packages/kit", "link": true }')).toEqual([]);
  });
});

describe("findForbiddenTopLevel", () => {
  const gitignore = "node_modules/\n# comment\n/data/\n*.log\n";

  it("passes rooms, configuration, dotfiles and what git ignores", () => {
    const names = ["apps", "package.json", "tsconfig.pure.json", ".ci", "node_modules", "data"];
    expect(findForbiddenTopLevel([...names, "npm-debug.log"], gitignore)).toEqual([]);
  });

  it.each(["docs", "notes.md", "tsconfig", "mydata", "node_modules2"])("finds %s", (name) => {
    expect(findForbiddenTopLevel([name], gitignore)).toEqual([
      `${name}: does not belong at the top level (see CONTRIBUTING.md)`,
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { installHash, type InstallInput } from "./installStamp.mjs";

const manifest = {
  name: "luot",
  scripts: { start: "node start" },
  dependencies: { a: "1.0.0", b: "2.0.0" },
};

const input = (changes: object): InstallInput => ({
  lock: "{}\n",
  manifests: { "package.json": JSON.stringify({ ...manifest, ...changes }) },
  machine: "linux-x64",
});

describe("installHash", () => {
  const before = installHash(input({}));

  it.each([
    ["dependencies", { dependencies: { a: "1.0.1", b: "2.0.0" } }],
    ["devDependencies", { devDependencies: { c: "1.0.0" } }],
    ["optionalDependencies", { optionalDependencies: { c: "1.0.0" } }],
    ["workspaces", { workspaces: ["packages/*"] }],
    ["overrides", { overrides: { a: "1.0.0" } }],
    ["allowScripts", { allowScripts: { a: true } }],
  ])("changes with %s of a package.json", (_section, changes) => {
    expect(installHash(input(changes))).not.toBe(before);
  });

  it("stays when only scripts or words of a package.json change", () => {
    expect(installHash(input({ scripts: {}, description: "words" }))).toBe(before);
  });

  it("stays when the dependencies are written in another order", () => {
    expect(installHash(input({ dependencies: { b: "2.0.0", a: "1.0.0" } }))).toBe(before);
  });

  it("changes with the lock file, but not with its line ends", () => {
    expect(installHash({ ...input({}), lock: "{ }\n" })).not.toBe(before);
    expect(installHash({ ...input({}), lock: "{}\r\n" })).toBe(before);
  });

  it("changes when node_modules comes from another kind of machine", () => {
    expect(installHash({ ...input({}), machine: "darwin-arm64" })).not.toBe(before);
  });

  it("changes when a workspace is added", () => {
    const { manifests } = input({});
    const more = { ...manifests, "packages/kit/package.json": "{}" };
    expect(installHash({ ...input({}), manifests: more })).not.toBe(before);
  });
});

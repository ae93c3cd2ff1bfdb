import { describe, expect, it } from "vitest";
import {
  explainNpmFailure,
  installArguments,
  isWorthShowing,
  npmCommand,
  scriptArguments,
} from "./npm.mjs";

const machine = {
  env: {},
  platform: "linux",
  execPath: "/repo/node_modules/node/bin/node",
  exists: () => true,
};

describe("npmCommand", () => {
  it("starts npm's own script on npm's own Node when npm started us", () => {
    const env = { npm_execpath: "/npm/bin/npm-cli.js", npm_node_execpath: "/usr/bin/node" };
    const expected = { file: "/usr/bin/node", prefix: ["/npm/bin/npm-cli.js"], shell: false };
    expect(npmCommand({ ...machine, env })).toEqual(expected);
  });

  it("does not take yarn's script for npm's", () => {
    const env = { npm_execpath: "/yarn/bin/yarn.js" };
    expect(npmCommand({ ...machine, env }).file).toBe("npm");
  });

  it("goes by name when npm's script is gone", () => {
    const env = { npm_execpath: "/npm/bin/npm-cli.js" };
    expect(npmCommand({ ...machine, env, exists: () => false }).file).toBe("npm");
  });

  it("starts npm.cmd through a shell on Windows", () => {
    const expected = { file: "npm.cmd", prefix: [], shell: true };
    expect(npmCommand({ ...machine, platform: "win32" })).toEqual(expected);
  });
});

describe("installArguments", () => {
  it("keeps to the lock file on the platform it was written for", () => {
    const args = installArguments({ platform: "linux", arch: "x64", isGlibc: true });
    expect(args).not.toContain("--no-package-lock");
  });

  it.each([
    { platform: "linux", arch: "arm64", isGlibc: true },
    { platform: "linux", arch: "x64", isGlibc: false },
    { platform: "darwin", arch: "arm64", isGlibc: false },
    { platform: "win32", arch: "x64", isGlibc: false },
  ])("leaves the lock file aside on $platform $arch (glibc $isGlibc)", (where) => {
    expect(installArguments(where)).toContain("--no-package-lock");
  });
});

describe("scriptArguments", () => {
  it("runs the scripts of the packages that package.json allows, and no others", () => {
    const manifest = JSON.stringify({ allowScripts: { node: true, builder: false } });
    expect(scriptArguments(manifest)).toContain("node");
    expect(scriptArguments(manifest)).not.toContain("builder");
  });
});

describe("explainNpmFailure", () => {
  it.each([
    ["npm error code ENOTFOUND", "internet connection"],
    ["npm error code EACCES", "own this folder"],
    ["npm ERR! code ENOSPC", "disk is full"],
    ["npm error code E404", "mirror"],
    ["npm error something new", "What npm printed above"],
  ])("says what to do about %s", (output, hint) => {
    expect(explainNpmFailure(output)).toContain(hint);
    expect(explainNpmFailure(output)).toContain("run the same command again");
  });

  it("takes no hint from warnings", () => {
    const output = "npm warn deprecated network-thing@1.0.0\nnpm error code ENOSPC";
    expect(explainNpmFailure(output)).toContain("disk is full");
  });
});

describe("isWorthShowing", () => {
  it("hides warnings about the machine's Node, which runs none of these packages", () => {
    expect(isWorthShowing("npm warn EBADENGINE Unsupported engine {")).toBe(false);
  });

  it("shows errors", () => {
    expect(isWorthShowing("npm error code EBADENGINE")).toBe(true);
  });
});

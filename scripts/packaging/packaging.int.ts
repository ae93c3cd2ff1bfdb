import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { releaseElectron } from "./chooseElectron.ts";
import { copyModules } from "./copyModules.ts";
import { thirdPartyText } from "./thirdPartyText.ts";
import { readSigning } from "./updates/readSigning.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "luot-packaging-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Puts a package there, with the files it has and the packages it needs. */
function putModule(path: string, version: string, needs: object = {}, files: string[] = []): void {
  put(`${path}/package.json`, JSON.stringify({ name: "x", version, dependencies: needs }));
  for (const file of ["index.js", ...files]) put(`${path}/${file}`, version);
}

const read = (path: string): string => readFileSync(join(folder, "out/node_modules", path), "utf8");
const has = (path: string): boolean => existsSync(join(folder, "out/node_modules", path));

function copy(names: readonly string[], only: Readonly<Record<string, RegExp>> = {}): string[] {
  const into = join(folder, "out", "node_modules");
  return copyModules({ names, from: join(folder, "app"), into, machine: "linux-x64", only });
}

describe("copyModules", () => {
  it("brings what is needed, two versions of one side by side", () => {
    putModule("node_modules/a", "1", { b: "*", "@s/c": "*" });
    putModule("node_modules/b", "1", { "@s/c": "2" });
    putModule("node_modules/b/node_modules/@s/c", "2");
    putModule("node_modules/@s/c", "1");
    putModule("node_modules/unneeded", "1");
    expect(copy(["a"])).toHaveLength(4);
    expect(read("@s/c/index.js")).toBe("1");
    expect(read("b/node_modules/@s/c/index.js")).toBe("2");
    expect(has("unneeded")).toBe(false);
  });

  it("leaves out what is for other machines and what does not run", () => {
    const files = ["linux-x64.node", "linuxmusl-x64.node", "win32-x64.node", "linux-arm64.node"];
    const natives = files.map((name) => `prebuilds/${name}`);
    const more = ["prebuilds/HID-linux-x64/a.node", "prebuilds/HID-linux-x64-musl/a.node"];
    const rest = ["src/a.js", "index.d.ts", "index.js.map", "LICENSE", "README.md"];
    putModule("node_modules/n", "1", {}, [...natives, ...more, ...rest]);
    copy(["n"]);
    expect(has("n/prebuilds/linux-x64.node")).toBe(true);
    expect(has("n/prebuilds/HID-linux-x64/a.node")).toBe(true);
    expect(has("n/LICENSE")).toBe(true);
    for (const name of [...natives.slice(1), more[1], ...rest.filter((one) => one !== "LICENSE")])
      expect([name, has(`n/${name}`)]).toEqual([name, false]);
  });

  it("keeps the sources of a package that has no native build, for they run", () => {
    putModule("node_modules/p", "1", {}, ["src/a.js"]);
    copy(["p"]);
    expect(has("p/src/a.js")).toBe(true);
  });

  it("takes of a package only what is named", () => {
    putModule("node_modules/f", "1", {}, ["400/a.ttf", "900/b.ttf"]);
    copy(["f"], { f: /^(400(\/a\.ttf)?)$/u });
    expect([has("f/400/a.ttf"), has("f/900/b.ttf"), has("f/package.json")]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("does without what is optional, and says what is missing else", () => {
    put(
      "node_modules/o/package.json",
      JSON.stringify({ version: "1", optionalDependencies: { "o-win32": "1" } }),
    );
    expect(copy(["o"])).toHaveLength(1);
    expect(() => copy(["gone"])).toThrow("gone is not installed");
  });
});

const electron = () => releaseElectron(join(folder, "electron"));

describe("releaseElectron", () => {
  it("takes the declared one when it is there", () => {
    put("electron/package.json", `{"version":"45.4.1"}`);
    put("electron/dist/electron", "");
    put("electron/dist/version", "v45.4.1\n");
    expect(electron()).toEqual({
      ok: true,
      value: { folder: join(folder, "electron", "dist"), version: "45.4.1" },
    });
  });

  it("refuses when it is not there, or another one is", () => {
    put("electron/package.json", `{"version":"45.4.1"}`);
    const missing = electron();
    expect(missing.ok ? "" : missing.error).toMatch(/45\.4\.1.*is not here.*install-electron/su);
    put("electron/dist/electron", "");
    put("electron/dist/version", "33.2.1");
    const other = electron();
    expect(other.ok ? "" : other.error).toContain("is not here, but 33.2.1");
  });
});

function putKeys(name: string): string {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  put(`${name}.key`, privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
  put(`${name}.pub`, pem);
  return pem;
}

function trusted(wish: Parameters<typeof readSigning>[0]): string | null {
  const signing = readSigning(wish);
  return signing.ok ? signing.value.trusted : signing.error;
}

describe("readSigning", () => {
  it("builds in the public half of the key that signs, or of another, or none", () => {
    const [pem, next] = [putKeys("a"), putKeys("b")];
    const signKey = join(folder, "a.key");
    expect(trusted({ signKey, trust: null })).toBe(pem);
    expect(trusted({ signKey, trust: join(folder, "b.pub") })).toBe(next);
    expect(trusted({ signKey: null, trust: null })).toBeNull();
  });

  it("refuses a file that is no such key", () => {
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2_048 }).privateKey;
    put("rsa.key", rsa.export({ type: "pkcs8", format: "pem" }).toString());
    put("text.key", "key");
    for (const name of ["rsa.key", "text.key", "gone.key"])
      expect(readSigning({ signKey: join(folder, name), trust: null })).toMatchObject({
        ok: false,
      });
  });
});

describe("thirdPartyText", () => {
  it("names what an app and our own packages are made of, with its licence", () => {
    const own = { name: "@luot/ui", version: "1", dependencies: { deep: "1" } };
    put("node_modules/@luot/ui/package.json", JSON.stringify(own));
    const deep = { name: "deep", version: "2.0.0", license: "MIT" };
    put("node_modules/deep/package.json", JSON.stringify(deep));
    put("node_modules/deep/LICENSE", "Copyright deep");
    const app = { name: "@luot/kiosk", version: "1", devDependencies: { "@luot/ui": "*" } };
    put("apps/kiosk/package.json", JSON.stringify(app));
    expect(thirdPartyText([join(folder, "apps/kiosk")])).toBe(
      "deep 2.0.0\n\nLicence: MIT\n\nCopyright deep\n",
    );
  });
});

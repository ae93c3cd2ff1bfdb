import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { GuestEntry } from "./cpio.ts";

/** Where the repository stands in the guest, with the same folders below as here. */
export const GUEST_ROOT = "app";

const NOT_NEEDED =
  /(^|\/)(fixtures|docs|examples?|test|hidapi|\.bin)(\/|$)|\.(md|map|d\.[cm]?ts|test\.ts|int\.ts)$/;
const OTHER_MACHINE = /\/prebuilds\/(?!.*linux-x64\/|.*linux-x64$)[^/]+|[-.]musl\b/;

/**
 * Lists a folder of the repository as it goes into the guest: without tests, documents and what is
 * for other machines.
 *
 * @param folder relative to the root, with forward slashes
 */
export function folderEntries(root: string, folder: string): GuestEntry[] {
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true })
    .flatMap((item): GuestEntry[] => {
      const place = `${folder}/${item.name}`;
      if (item.name === "node_modules" || isLeftOut(place)) return [];
      if (item.isDirectory()) return folderEntries(root, place);
      return item.isFile() ? [fileEntry(path.join(root, place), `${GUEST_ROOT}/${place}`)] : [];
    });
}

/** Whether a place in the repository stays out of the guest. Pure. */
export function isLeftOut(place: string): boolean {
  return NOT_NEEDED.test(place) || OTHER_MACHINE.test(place);
}

/** A file of this machine at a place in the guest; an executable one stays executable. */
export function fileEntry(file: string, place: string): GuestEntry {
  const isExecutable = (fs.statSync(file).mode & 0o111) !== 0;
  return { kind: "file", path: place, data: fs.readFileSync(file), isExecutable };
}

/**
 * Lists packages and what they stand on, found as Node finds them: by the dependencies in their
 * package.json, optional ones when they are installed.
 *
 * @param names packages, our own rooms among them, as the root would import them
 * @throws when one is not installed
 */
export function packageEntries(root: string, names: readonly string[]): GuestEntry[] {
  const seen = new Set<string>();
  const open: Wish[] = names.map((name) => ({ from: ".", name, isOptional: false }));
  const entries: GuestEntry[] = [];
  for (let wish = open.pop(); wish !== undefined; wish = open.pop()) {
    const found = findPackage(root, wish);
    if (found === null) {
      if (wish.isOptional) continue;
      throw new Error(`${wish.from} needs ${wish.name}, which is not installed`);
    }
    if (seen.has(found.link)) continue;
    seen.add(found.link);
    if (found.real !== found.link) entries.push(linkEntry(found));
    if (seen.has(found.real) && found.real !== found.link) continue;
    seen.add(found.real);
    entries.push(...folderEntries(root, found.real));
    open.push(...wishesOf(root, found.real));
  }
  // A package may lie within another one's folder, as the stubs of a room do.
  return [...new Map(entries.map((entry) => [entry.path, entry])).values()];
}

interface Wish {
  /** Folder of the package that asks, relative to the root. */
  readonly from: string;
  readonly name: string;
  readonly isOptional: boolean;
}

function wishesOf(root: string, from: string): Wish[] {
  const text = fs.readFileSync(path.join(root, from, "package.json"), "utf8");
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(text) as Partial<
    Record<"dependencies" | "optionalDependencies", Record<string, string>>
  >;
  return [
    ...Object.keys(dependencies).map((name) => ({ from, name, isOptional: false })),
    ...Object.keys(optionalDependencies).map((name) => ({ from, name, isOptional: true })),
  ];
}

interface FoundPackage {
  /** Where Node looks for it. */
  readonly link: string;
  /** Where it is: our own packages are links into the rooms. */
  readonly real: string;
}

function findPackage(root: string, { from, name }: Wish): FoundPackage | null {
  for (let folder = from; ; folder = path.posix.dirname(folder)) {
    const link = path.posix.join(folder, "node_modules", name);
    const full = path.join(root, link);
    if (fs.existsSync(full)) return { link, real: path.relative(root, fs.realpathSync(full)) };
    if (folder === ".") return null;
  }
}

function linkEntry({ link, real }: FoundPackage): GuestEntry {
  const target = path.posix.relative(path.posix.dirname(link), real);
  return { kind: "link", path: `${GUEST_ROOT}/${link}`, target };
}

/**
 * Lists the shared libraries that programs need, at the places where they look for them.
 *
 * @param files programs and native modules of this machine
 */
export function libraryEntries(files: readonly string[]): GuestEntry[] {
  const found = files.flatMap((file) =>
    parseLdd(execFileSync("/usr/bin/ldd", [file], { encoding: "utf8" })),
  );
  return [...new Set(found)].map((file) => fileEntry(fs.realpathSync(file), file.slice(1)));
}

/** Reads the files out of what `ldd` prints. Pure. */
export function parseLdd(output: string): string[] {
  return output.split("\n").flatMap((line) => {
    const file = /=> (\/\S+)/.exec(line)?.[1] ?? /^\s+(\/\S+)/.exec(line)?.[1];
    return file === undefined ? [] : [file];
  });
}

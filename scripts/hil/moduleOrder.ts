import type { Buffer } from "node:buffer";

/**
 * Reads which modules a kernel module needs from its own `.modinfo`, a run of `key=value` texts
 * that end with NUL (Linux, include/linux/module.h `MODULE_INFO`). Pure.
 *
 * @param ko the uncompressed module file
 * @returns names as {@link moduleName} writes them; empty when it needs none
 */
export function neededModules(ko: Buffer): string[] {
  const key = "\0depends=";
  const at = ko.indexOf(key);
  if (at === -1) return [];
  const start = at + key.length;
  const text = ko.toString("latin1", start, ko.indexOf(0, start));
  return text
    .split(",")
    .filter((name) => name !== "")
    .map(moduleName);
}

/** One spelling for a module: files say `hid-generic` where the kernel says `hid_generic`. */
export function moduleName(name: string): string {
  return name.replace(/\.ko(\.\w+)?$/, "").replaceAll("-", "_");
}

/**
 * The order to load modules in: each after what it needs, none twice. Pure but for `needs`.
 *
 * @param wanted module names
 * @param needs what a module needs; `null` for one that is part of the kernel itself
 * @throws when modules need each other in a circle: such a kernel could not load them either
 */
export function loadOrder(
  wanted: readonly string[],
  needs: (module: string) => readonly string[] | null,
): string[] {
  const order = new Set<string>();
  const visit = (module: string, path: readonly string[]): void => {
    if (order.has(module)) return;
    if (path.includes(module)) throw new Error(`circle of modules: ${[...path, module].join(" ")}`);
    const needed = needs(module);
    if (needed === null) return;
    for (const each of needed) visit(each, [...path, module]);
    order.add(module);
  };
  for (const module of wanted.map(moduleName)) visit(module, []);
  return [...order];
}

export function findLongFiles(
  files: readonly { readonly path: string; readonly text: string }[],
): string[];
export function findRegistryAddresses(lockText: string): string[];
export function findForbiddenTopLevel(names: readonly string[], gitignore: string): string[];
export function checkHouse(root: string): { faults: string[]; fileCount: number };

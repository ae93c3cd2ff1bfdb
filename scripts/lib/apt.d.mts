export function canInstall(): boolean;
export function installPackages(
  packages: readonly string[],
  options: { readonly why: string; readonly log: (line: string) => void },
): Promise<boolean>;

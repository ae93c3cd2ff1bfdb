export interface InstallInput {
  readonly lock: string;
  readonly manifests: Readonly<Record<string, string>>;
  readonly machine: string;
}

export function installHash(input: InstallInput): string;
export function currentInstallHash(root: string): string;
export function isInstalled(root: string): boolean;
export function clearStamp(root: string): void;
export function writeStamp(root: string, hash: string): void;

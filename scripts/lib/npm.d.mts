type Environment = Readonly<Record<string, string | undefined>>;

export function npmCommand(machine: {
  readonly env: Environment;
  readonly platform: string;
  readonly execPath: string;
  readonly exists: (file: string) => boolean;
}): { readonly file: string; readonly prefix: string[]; readonly shell: boolean };
export function installArguments(machine: {
  readonly platform: string;
  readonly arch: string;
  readonly isGlibc: boolean;
}): string[];
export function scriptArguments(manifestText: string): string[];
export function explainNpmFailure(output: string): string;
export function isWorthShowing(line: string): boolean;

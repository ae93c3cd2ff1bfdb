export interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly hasPrinter: boolean;
  readonly isDemo: boolean;
  readonly opensBrowser: boolean;
  readonly forHub: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

export type ParsedStart =
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly message: string }
  | { readonly kind: "start"; readonly options: StartOptions };

export const START_HELP: string;
export function parseStartOptions(
  args: readonly string[],
  place: { readonly env: Environment; readonly root: string; readonly cwd: string },
): ParsedStart;
export function hubArguments(
  options: StartOptions,
  printer: { readonly port: number; readonly webPort: number } | null,
): string[];
export function hubUrl(host: string, port: number): string;
export function openCommand(
  url: string,
  machine: { readonly platform: string; readonly env: Environment },
): { readonly file: string; readonly args: string[] } | null;

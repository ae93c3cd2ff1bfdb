/** A Chromium and what the tests start it with. */
export interface Browser {
  readonly path: string;
  readonly args: string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

export function usualBrowserPlaces(platform: string, env: Environment): string[];
export function browserArguments(user: { readonly isRoot: boolean }): string[];
export function explainMissingBrowser(platform: string): string;
export function ensureBrowser(options: {
  readonly log: (line: string) => void;
}): Promise<Browser | null>;

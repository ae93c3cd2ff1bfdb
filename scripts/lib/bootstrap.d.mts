export class UserError extends Error {}
export function explainOldNode(version: string): string | null;
export function ensureInstalled(options: { readonly log: (line: string) => void }): Promise<void>;
export function node24(): string;
export function node24Environment(
  extra: Readonly<Record<string, string>>,
): Record<string, string | undefined>;
export function runMain(main: () => Promise<number>): Promise<void>;

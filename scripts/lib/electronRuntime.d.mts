export function ensureElectron(options: {
  readonly log: (line: string) => void;
}): Promise<{ readonly folder: string; readonly version: string } | null>;
export function explainNoElectron(why: string): string;
export function electronProgram(folder: string, platform: string): string;

export function fallbackFolder(): string;
export function hasFallback(): boolean;
export function assembleFallback(options: {
  readonly log: (line: string) => void;
}): Promise<string>;

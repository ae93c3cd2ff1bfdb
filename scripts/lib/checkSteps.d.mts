export function explainWrongCompiler(output: string): string | null;
export function explainNoCruise(output: string): string | null;

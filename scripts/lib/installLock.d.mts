export function withLock<T>(
  folder: string,
  options: { readonly onWait: (pid: number | null) => void },
  work: () => Promise<T>,
): Promise<T>;

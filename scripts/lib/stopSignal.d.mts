export function stopOnSignals(options: { readonly isStartedByNpm: boolean }): AbortSignal;

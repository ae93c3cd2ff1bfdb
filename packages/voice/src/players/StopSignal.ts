/** The part of an `AbortSignal` this package uses; what is passed at run time is a real one. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void, options?: { readonly once: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** Makes a {@link StopSignal} and pulls it. */
export interface StopController {
  readonly signal: StopSignal;
  abort(): void;
}

// Browsers and Node both have it, but the language library that pure rooms compile with does not.
declare const AbortController: new () => StopController;

/** A fresh controller, not yet aborted. */
export const createStopController = (): StopController => new AbortController();

/** What a player rejects with when it was told to stop. */
export function createAbortError(): Error {
  const error = new Error("speech stopped");
  error.name = "AbortError";
  return error;
}

/**
 * Waits for a promise, or rejects with an `AbortError` as soon as the signal is pulled. The promise
 * itself goes on; its late failure is not reported again, since the caller has already left.
 */
export function orAborted<T>(promise: Promise<T>, signal: StopSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(createAbortError());
  const outcome = Promise.withResolvers<T>();
  const stop = (): void => outcome.reject(createAbortError());
  signal.addEventListener("abort", stop, { once: true });
  promise.then(outcome.resolve, outcome.reject);
  return outcome.promise.finally(() => signal.removeEventListener("abort", stop));
}

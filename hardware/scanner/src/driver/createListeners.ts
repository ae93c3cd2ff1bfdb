import type { Logger } from "@luot/kit";

/** Listeners of one kind of event. */
export interface Listeners<T> {
  /** @returns the function that stops the listener */
  readonly add: (listener: (value: T) => unknown) => () => void;
  readonly emit: (value: T) => void;
}

/**
 * Keeps listeners apart from the driver: one that throws, or whose promise rejects, is logged by
 * the name of the event, and the others are called all the same.
 */
export function createListeners<T>(event: string, log: Logger): Listeners<T> {
  // A box for each, so that one function may listen twice and stop once.
  const boxes = new Set<{ readonly listener: (value: T) => unknown }>();
  const failed = (cause: unknown): void => log.error("a scanner listener failed", { event, cause });
  return {
    add: (listener) => {
      const box = { listener };
      boxes.add(box);
      return () => void boxes.delete(box);
    },
    emit: (value) => {
      for (const { listener } of Array.from(boxes))
        try {
          Promise.resolve(listener(value)).catch(failed);
        } catch (cause) {
          failed(cause);
        }
    },
  };
}

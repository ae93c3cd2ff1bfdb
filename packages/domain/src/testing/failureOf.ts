import { deepStrictEqual } from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";

/**
 * Looks for a counterexample.
 *
 * @returns what a person needs to see it again (seed, path, smallest example), or `null`
 */
export function failureOf<T>(property: fc.IPropertyWithHooks<T>, numRuns: number): string | null {
  const details = fc.check(property, { numRuns });
  const report = fc.defaultReportMessage(details);
  return report === undefined ? null : `${String(details.errorInstance)}\n${report}`;
}

/**
 * States that two plain values are alike.
 *
 * @throws with the differences when they are not
 */
export function same(actual: unknown, expected: unknown): void {
  // The quick look first: the assertion prepares its message in any case.
  if (!isDeepStrictEqual(actual, expected)) deepStrictEqual(actual, expected);
}

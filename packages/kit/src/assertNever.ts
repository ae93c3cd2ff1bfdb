/**
 * Marks the branch that an exhaustive switch can never reach.
 *
 * @throws always: reaching it is a bug, and the value says which case was forgotten.
 */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}

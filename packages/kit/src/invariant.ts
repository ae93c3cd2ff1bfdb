/**
 * States what must hold; stays on in production.
 *
 * @throws when `condition` is false: the program's own promise is broken, not the user's.
 */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${message}`);
}

const VERSION = /^(\d+)\.(\d+)\.(\d+)(-.+)?$/u;

/**
 * Whether a version is newer than another. One with a suffix (`0.2.0-rc.1`) comes before the
 * release of that number; two with a suffix and the same number are not ordered: neither is newer.
 * What is no version is never newer. Pure.
 */
export function isNewerVersion(version: string, than: string): boolean {
  const [one, other] = [VERSION.exec(version), VERSION.exec(than)];
  if (one === null || other === null) return false;
  for (const part of [1, 2, 3]) {
    const difference = Number(one[part]) - Number(other[part]);
    if (difference !== 0) return difference > 0;
  }
  return one[4] === undefined && other[4] !== undefined;
}

/** Takes one CR, LF or CRLF off the end, which scanners add as a suffix. Gives a view. */
export function stripLineEnd(bytes: Uint8Array): Uint8Array {
  const last = bytes.at(-1);
  if (last === 0x0d) return bytes.subarray(0, -1);
  if (last !== 0x0a) return bytes;
  return bytes.subarray(0, bytes.at(-2) === 0x0d ? -2 : -1);
}

/**
 * Decodes bytes strictly: nothing is replaced, and a byte order mark is kept.
 *
 * @returns `null` when the bytes are not UTF-8
 */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return null; // how a fatal decoder says "not UTF-8"
    throw cause;
  }
}

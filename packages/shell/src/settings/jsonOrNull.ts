/** Reads JSON. @returns `null` for broken text too, for a schema to refuse */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSON.parse tells broken text only by throwing.
    return null;
  }
}

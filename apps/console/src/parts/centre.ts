/** Where the centre is, until its settings say so, and for the roll, which has none. */
export const FALLBACK_ZONE = "Asia/Ho_Chi_Minh";

/**
 * The hub's address on its own machine, where it shows all it knows.
 *
 * @param port of this page's address; empty for the usual one
 */
export function localAddress(port: string): string {
  return port === "" ? "http://localhost" : `http://localhost:${port}`;
}

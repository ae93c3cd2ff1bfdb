import { z } from "zod";

/** The port of a hub that was named without one. */
const DEFAULT_PORT = 7410;
const MAX_CHARS = 200;

/** Where a hub is, as it is kept: an origin, e.g. `http://192.168.1.10:7410`. */
export const HubUrlSchema = z
  .string()
  .max(MAX_CHARS)
  .refine((text) => readHubUrl(text) === text, "not the origin of a hub");

/**
 * Reads the address of a hub as people type it: `192.168.1.10`, `hub.local:8000`,
 * `https://hub.example/`. Without a scheme it is http, and without scheme and port 7410.
 *
 * @returns the origin, or `null` when it is no address, or more than one: a path, a name, a query
 */
export function readHubUrl(text: string): string | null {
  const typed = text.trim();
  if (typed === "" || typed.length > MAX_CHARS || /[\s@\\]/u.test(typed)) return null;
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//iu.test(typed);
  const address = hasScheme ? typed : `http://${typed}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isPlain = url.pathname === "/" && url.search === "" && url.hash === "";
  if (!isPlain || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  // A URL leaves out the port 80 that somebody may have typed.
  const hasPort = /:\d+\/?$/u.test(typed);
  if (!hasScheme && !hasPort) url.port = String(DEFAULT_PORT);
  return url.origin;
}

import { APP_ORIGIN } from "../screens/appUrl.ts";

/**
 * Whether the app's pages may ask for an address: what the app holds itself, and the hub. A second
 * fence behind the content security policy, which also holds for pages that should never be there.
 * Pure.
 *
 * @param hubUrl the hub's origin; `null` before it was chosen
 */
export function isAllowedRequest(address: string, hubUrl: string | null): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol === "data:") return true;
  if (url.protocol === "blob:") return url.pathname.startsWith(`${APP_ORIGIN}/`);
  // `origin` of a scheme the platform does not know is "null".
  const origin = `${url.protocol}//${url.host}`;
  if (origin === APP_ORIGIN) return true;
  return hubUrl !== null && origin.replace(/^ws/u, "http") === hubUrl;
}

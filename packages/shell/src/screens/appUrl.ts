import { SHELL_ORIGIN } from "@luot/contract";

/** The screens that are desktop apps. */
export type ShellScreen = "kiosk" | "counter" | "display";

/** The scheme of the apps' own pages. */
export const APP_SCHEME = "app";

/** The origin of the apps' own pages. */
export const APP_ORIGIN = SHELL_ORIGIN;

/** Where a screen's page is; `query` starts with `?` or is empty. */
export function screenUrl(screen: ShellScreen, query: string): string {
  return `${APP_ORIGIN}/${screen}/${query}`;
}

/** Whether an address is one of a screen's own pages, whatever its query. */
export function isScreenUrl(address: string, screen: ShellScreen): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, pathname, username, password } = new URL(address);
  return (
    `${protocol}//${host}` === APP_ORIGIN &&
    username === "" &&
    password === "" &&
    (pathname === `/${screen}/` || pathname === `/${screen}/index.html`)
  );
}

import { isAbsolute, join, relative, sep } from "node:path";
import { APP_ORIGIN } from "./appUrl.ts";

/** Folders by the first word of a page's path, e.g. `{ kiosk: "/opt/luot/kiosk/dist" }`. */
export type Mounts = Readonly<Record<string, string>>;

/**
 * The file that an address of the app's own scheme means.
 *
 * @returns an absolute path inside of one of the folders; `null` for anything else: another host,
 *   a way out of the folder, a hidden file, a backslash, a NUL
 */
export function resolveScreenFile(address: string, mounts: Mounts): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname } = new URL(address);
  if (`${protocol}//${host}` !== APP_ORIGIN) return null;
  const path = decoded(pathname);
  if (path === null || /[\\\0]/u.test(path)) return null;
  const [, mount = "", ...rest] = path.split("/");
  const folder = Object.hasOwn(mounts, mount) ? mounts[mount] : undefined;
  if (folder === undefined || rest.length === 0) return null;
  // A hidden file, `.` and `..` all begin with a dot, and no file of a screen does.
  if (rest.some((part) => part.startsWith("."))) return null;
  const file = join(folder, ...rest, rest.at(-1) === "" ? "index.html" : "");
  const inside = relative(folder, file);
  const isInside = inside !== "" && !isAbsolute(inside) && !inside.split(sep).includes("..");
  return isInside ? file : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A broken percent sequence is told only by throwing.
    return null;
  }
}

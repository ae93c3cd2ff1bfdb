import { APP_ORIGIN } from "../screens/appUrl.ts";

/**
 * From Chromium 142 on a page needs a permission to reach an address of the local network, also a
 * page of the app's own scheme (https://github.com/jeffvli/feishin/issues/2430, seen with Electron
 * 43). The hub is there. Which hosts may be reached is held by the policy and the request filter.
 */
const NETWORK = new Set(["local-network-access", "local-network", "loopback-network"]);

/**
 * Whether a page gets a permission: none but the way to the hub. Pure.
 *
 * @param permission by Electron's names
 * @param origin of who asks, with or without a slash at the end
 */
export function isAllowedPermission(permission: string, origin: string): boolean {
  return NETWORK.has(permission) && (origin === APP_ORIGIN || origin.startsWith(`${APP_ORIGIN}/`));
}

import type { TokenStore } from "./HubClient.ts";

/** Keeps a device's token in the browser between starts. `key`: `luot.token.<role>[.<counter>]`. */
export function createTokenStore(key: string): TokenStore {
  return {
    read: () => localStorage.getItem(key),
    write: (token) => {
      if (token === null) localStorage.removeItem(key);
      else localStorage.setItem(key, token);
    },
  };
}

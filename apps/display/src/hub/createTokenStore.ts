import type { TokenStore } from "@luot/hub-client";

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

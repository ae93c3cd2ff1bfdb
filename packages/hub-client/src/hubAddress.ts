import type { HubRefusal, ShellBridge } from "@luot/contract";

declare global {
  interface Window {
    /** Only there inside of a desktop app, whose preload script puts it there. */
    readonly luotShell?: ShellBridge;
  }
}

/**
 * Where the hub is, an origin without a slash at the end: in a browser whoever served the page, in
 * a desktop app what somebody has chosen.
 *
 * @returns `null` in a desktop app that was not told yet
 */
export function hubAddress(): string | null {
  const { luotShell } = window;
  return luotShell === undefined ? location.origin : luotShell.hubUrl;
}

/**
 * Tells the desktop app where its hub is, as somebody typed it.
 *
 * @returns why it was not taken; `null` when it was, and the page is about to be loaded anew
 * @throws in a plain browser, where there is nothing to choose
 */
export async function chooseHub(address: string): Promise<HubRefusal | null> {
  const { luotShell } = window;
  if (luotShell === undefined) throw new Error("a browser takes its hub from its address");
  const chosen = await luotShell.chooseHub(address);
  return chosen.ok ? null : chosen.code;
}

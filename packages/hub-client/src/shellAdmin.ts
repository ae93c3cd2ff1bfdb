import type { FoundHub, ShellAdmin } from "@luot/contract";

/** The administrator's way into the app; `null` in a plain browser and in an ordinary window. */
export function shellAdmin(): ShellAdmin | null {
  return window.luotShell?.admin ?? null;
}

/** The hubs that the app has heard of; asked again and again there may be more. */
export async function findHubs(): Promise<readonly FoundHub[]> {
  return (await window.luotShell?.findHubs()) ?? [];
}

import { useState } from "react";
import { askHub } from "./askHub.ts";
import type { LauncherAction, LauncherError } from "./LauncherAction.ts";

/** What the parts of the launcher have the hub do, and what came of it last. */
export interface Actions {
  readonly run: (action: LauncherAction) => void;
  /** Why the last one was not done. */
  readonly error: LauncherError | null;
  readonly forgetError: () => void;
}

/** @param refresh called after each action, so that the page shows at once what it changed */
export function useActions(refresh: () => void): Actions {
  const [error, setError] = useState<LauncherError | null>(null);
  return {
    error,
    forgetError: () => setError(null),
    run: (action) => void run(action),
  };

  async function run(action: LauncherAction): Promise<void> {
    setError(await askHub(action));
    refresh();
  }
}

import { useLingui } from "@lingui/react/macro";
import type { LogEntry } from "@luot/contract";

/** What each kind of entry is called. */
export function useEntryWords(): (kind: LogEntry["kind"]) => string {
  const { t } = useLingui();
  const words = { call: t`Gọi số`, finish: t`Xong`, "no-show": t`Vắng` };
  return (kind) => words[kind];
}

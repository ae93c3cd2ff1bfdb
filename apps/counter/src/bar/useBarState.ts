import { useEffect, useState } from "react";
import { type BarState, readRemote, type RemoteAction } from "../remote/BarState.ts";
import { openDeskChannel } from "../remote/openDeskChannel.ts";

/** The window speaks once a second; a window that was silent for so long is gone or hangs. */
const SILENT_AFTER_MS = 3_500;

/** What the counter's window says, and the way to have it do something. */
export function useBarState(counterId: string): {
  /** `null` when it says nothing. */
  readonly state: BarState | null;
  readonly act: (action: RemoteAction) => void;
} {
  const [channel] = useState(() => openDeskChannel(counterId));
  const [state, setState] = useState<BarState | null>(null);
  useEffect(() => {
    let silence: ReturnType<typeof setTimeout> | undefined;
    const heard = (raw: unknown): void => {
      const message = readRemote(raw);
      if (message?.kind !== "state") return;
      setState(message.state);
      clearTimeout(silence);
      silence = setTimeout(() => setState(null), SILENT_AFTER_MS);
    };
    const stop = channel.listen(heard);
    channel.post({ kind: "watch" });
    return () => {
      clearTimeout(silence);
      stop();
    };
  }, [channel]);
  return { state, act: (action) => channel.post({ kind: "act", action }) };
}

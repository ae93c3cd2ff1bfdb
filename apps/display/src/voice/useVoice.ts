import { useEffect, useRef, useState } from "react";
import { useHub } from "../hub/HubContext.ts";
import {
  type Announcer,
  type CallWithNumber,
  createAnnouncer,
  type SoundState,
} from "./createAnnouncer.ts";
import { spokenTrace } from "./spokenTrace.ts";

/** The voice of this display. */
export interface Voice {
  /** `off`: this display is to be silent. */
  readonly sound: SoundState | "off";
  readonly unlock: () => void;
}

/** Says each new call and recall of the list. */
export function useVoice(
  calls: readonly CallWithNumber[],
  options: { readonly hasSound: boolean; readonly isTraced: boolean },
): Voice {
  const { hasSound, isTraced } = options;
  const hub = useHub();
  const [sound, setSound] = useState<SoundState>("blocked");
  const announcer = useRef<Announcer | null>(null);
  useEffect(() => {
    if (!hasSound) return undefined;
    const made = createAnnouncer({
      now: () => Date.now() + hub.getState().clockOffsetMs,
      onSound: setSound,
      trace: spokenTrace(isTraced),
    });
    announcer.current = made;
    return () => {
      made.stop();
      announcer.current = null;
    };
  }, [hub, hasSound, isTraced]);
  useEffect(() => announcer.current?.show(calls), [calls]);
  return {
    sound: hasSound ? sound : "off",
    unlock: () => announcer.current?.unlock(),
  };
}

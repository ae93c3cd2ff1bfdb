import { createContext, type ReactNode, useContext, useEffect, useEffectEvent } from "react";
import { type BarState, REMOTE_ACTIONS, type RemoteAction } from "./BarState.ts";
import type { DeskRemote } from "./DeskRemote.ts";

const Context = createContext<DeskRemote | null>(null);

/** Gives all that stands in it the way to the bar. */
export function RemoteProvider(props: {
  readonly remote: DeskRemote;
  readonly children: ReactNode;
}): ReactNode {
  return <Context value={props.remote}>{props.children}</Context>;
}

function useRemote(): DeskRemote {
  const remote = useContext(Context);
  if (remote === null) throw new Error("no remote outside of RemoteProvider");
  return remote;
}

/** Says to the bar how the counter stands. */
export function useShownOnBar(state: Omit<BarState, "label" | "possible">): void {
  const remote = useRemote();
  useEffect(() => remote.show(state));
}

/**
 * Says to the bar who is at the counter, and does what it and the shortcuts want.
 *
 * @param possible what the desk's own buttons would do now
 */
export function useRemoteDesk(
  label: string | null,
  possible: ReadonlySet<string>,
  act: (action: RemoteAction) => void,
): void {
  const remote = useRemote();
  const perform = useEffectEvent(act);
  useEffect(() =>
    remote.show({ label, possible: REMOTE_ACTIONS.filter((one) => possible.has(one)) }),
  );
  useEffect(() => {
    const stop = remote.serve((action) => perform(action));
    return () => {
      stop();
      remote.show({ label: null, possible: [] });
    };
  }, [remote]);
}

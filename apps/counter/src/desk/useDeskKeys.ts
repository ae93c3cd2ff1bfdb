import { useEffect, useEffectEvent } from "react";
import { actionOfKey, type DeskAction } from "./deskKeys.ts";

const TYPING = "input, textarea, select, [contenteditable]";
/** Whatever stands in front of the desk has the keys to itself. */
const IN_FRONT = "[role=alertdialog]";
const PRESSABLE = "button, a[href], [role=button]";

/**
 * Calls `act` for the keys of the desk: not while something is typed, and not while a question
 * stands in front (`isPaused`).
 */
export function useDeskKeys(act: (action: DeskAction) => void, isPaused: boolean): void {
  const perform = useEffectEvent(act);
  useEffect(() => {
    if (isPaused) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      const action = actionOfKey(event);
      if (action === null || !isForDesk(event)) return;
      event.preventDefault();
      perform(action);
    };
    addEventListener("keydown", pressed);
    addEventListener("click", letGo);
    return () => {
      removeEventListener("keydown", pressed);
      removeEventListener("click", letGo);
    };
  }, [isPaused]);
}

function isForDesk({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return true;
  if (target.closest(TYPING) !== null || target.closest(IN_FRONT) !== null) return false;
  // Who went to a button with Tab wants that button.
  return key !== "Enter" || target.closest(PRESSABLE) === null;
}

/** A clicked button lets go of the focus, so that Enter means "next" again. */
function letGo({ detail }: MouseEvent): void {
  const { activeElement } = document;
  const isByPointer = detail > 0;
  if (isByPointer && activeElement instanceof HTMLElement && activeElement.matches(PRESSABLE))
    activeElement.blur();
}

import { useEffect, useEffectEvent } from "react";
import { actionOfKey, type DeskAction } from "./deskKeys.ts";
import { KeyBurst } from "./KeyBurst.ts";

const TYPING = "input, textarea, select, [contenteditable]";
/** Whatever stands in front of the desk has the keys to itself. */
const IN_FRONT = "[role=alertdialog]";
const PRESSABLE = "button, a[href], [role=button]";
/** They write nothing; a scanner holds them down and lets them go between its letters. */
const MODIFIERS: ReadonlySet<string> = new Set(["Shift", "CapsLock", "Control", "Alt", "Meta"]);

/** For a desk without its hub: what is scanned there does nothing, and presses no key either. */
export function ignoreScan(): void {}

/**
 * Calls `act` for the keys of the desk, and `onScan` for what a scanner types: not while something
 * is typed, and not while a question stands in front (`isPaused`).
 */
export function useDeskKeys(
  act: (action: DeskAction) => void,
  onScan: (text: string) => void,
  isPaused: boolean,
): void {
  const perform = useEffectEvent(act);
  const take = useEffectEvent(onScan);
  useEffect(() => {
    if (isPaused) return undefined;
    const press = (event: KeyboardEvent): void => {
      const action = actionOfKey(event);
      if (action !== null) perform(action);
    };
    const burst = new KeyBurst<KeyboardEvent>({ onPress: press, onScan: (text) => take(text) });
    const pressed = (event: KeyboardEvent): void => hear(event, burst, press);
    // Before any button: the Enter at the end of a scan must not press the one that has the focus.
    addEventListener("keydown", pressed, { capture: true });
    addEventListener("click", letGo);
    return () => {
      removeEventListener("keydown", pressed, { capture: true });
      removeEventListener("click", letGo);
      burst.close();
    };
  }, [isPaused]);
}

function hear(
  event: KeyboardEvent,
  burst: KeyBurst<KeyboardEvent>,
  press: (event: KeyboardEvent) => void,
): void {
  if (MODIFIERS.has(event.key)) return;
  const isForDesk = !isTyped(event) && (burst.isScanning(event.timeStamp) || !isForButton(event));
  if (!isForDesk) return burst.end();
  if (actionOfKey(event) !== null) event.preventDefault();
  if (event.ctrlKey || event.altKey || event.metaKey) return press(event);
  if (event.repeat || !burst.press(event, event.timeStamp)) return;
  event.preventDefault();
  event.stopPropagation();
}

function isTyped({ target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest(TYPING) !== null || target.closest(IN_FRONT) !== null;
}

/** Who went to a button with Tab wants that button. */
function isForButton({ target, key }: KeyboardEvent): boolean {
  return key === "Enter" && target instanceof Element && target.closest(PRESSABLE) !== null;
}

/** A clicked button lets go of the focus, so that Enter means "next" again. */
function letGo({ detail }: MouseEvent): void {
  const { activeElement } = document;
  const isByPointer = detail > 0;
  if (isByPointer && activeElement instanceof HTMLElement && activeElement.matches(PRESSABLE))
    activeElement.blur();
}

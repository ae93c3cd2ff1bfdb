import { useEffect, useEffectEvent } from "react";

/** What the keys of a real keyboard do; a scanner that types is one too. */
export interface KeyboardKeys {
  /** A single character as it was typed. */
  readonly onCharacter: (character: string) => void;
  readonly onBack: () => void;
  readonly onEnter: () => void;
}

/**
 * Lets a keyboard do what the keys on the screen do, wherever the focus is but in a dialogue, or in
 * a field that is typed in already.
 */
export function useKeyboard({ onCharacter, onBack, onEnter }: KeyboardKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (target instanceof Element && target.closest("input, [role=alertdialog]") !== null) return;
    // Enter or a blank on a key of the screen would press that key as well.
    if (key === "Enter" || key === "Backspace" || key === " ") event.preventDefault();
    if (key === "Backspace") onBack();
    else if (key === "Enter") onEnter();
    else if (key.length === 1) onCharacter(key);
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

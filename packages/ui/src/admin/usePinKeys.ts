import { useEffect, useEffectEvent } from "react";

/** What the keys of a PIN pad do. */
export interface PinKeys {
  readonly onDigit: (digit: string) => void;
  readonly onBack: () => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

/** Lets a keyboard do what the pad on the screen does, wherever the focus is. */
export function usePinKeys({ onDigit, onBack, onEnter, onLeave }: PinKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const { key } = event;
    // Enter on a key of the pad would press that key as well.
    if (key === "Enter" || key === "Backspace") event.preventDefault();
    if (/^\d$/u.test(key)) onDigit(key);
    else if (key === "Backspace") onBack();
    else if (key === "Enter") onEnter();
    else if (key === "Escape") onLeave();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

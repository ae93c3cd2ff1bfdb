import { useEffect } from "react";

/** Two long pulses: felt in a pocket, not taken for a message. Lengths in ms. */
const CALL_PATTERN = [600, 300, 600];

/** Shakes the phone once for each call, where the phone can and its owner lets it. */
export function useVibration(call: string | null): void {
  useEffect(() => {
    // Browsers let a page shake the phone only once its owner has touched the page.
    if (call !== null && "vibrate" in navigator && navigator.userActivation.hasBeenActive)
      navigator.vibrate(CALL_PATTERN);
  }, [call]);
}

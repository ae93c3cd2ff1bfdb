import { useEffect, useEffectEvent } from "react";

const TOUCHES = ["pointerdown", "keydown"] as const;
const TELL_EVERY_MS = 5_000;

/** What is told of a person in front of the screen. */
export interface IdleWatch {
  readonly afterMs: number;
  /** Nobody has touched anything for so long. */
  readonly onIdle: () => void;
  /** Somebody does; told every five seconds at most. */
  readonly onTouch: () => void;
}

/** Watches whether somebody is there, as long as the component is. */
export function useIdle({ afterMs, onIdle, onTouch }: IdleWatch): void {
  const idle = useEffectEvent(onIdle);
  const touch = useEffectEvent(onTouch);
  useEffect(() => {
    let timer = setTimeout(idle, afterMs);
    let toldAtMs = performance.now();
    const touched = (): void => {
      clearTimeout(timer);
      timer = setTimeout(idle, afterMs);
      if (performance.now() - toldAtMs < TELL_EVERY_MS) return;
      toldAtMs = performance.now();
      touch();
    };
    for (const name of TOUCHES) window.addEventListener(name, touched, { capture: true });
    return () => {
      clearTimeout(timer);
      for (const name of TOUCHES) window.removeEventListener(name, touched, { capture: true });
    };
  }, [afterMs]);
}

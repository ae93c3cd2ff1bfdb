import { useEffect, useState } from "react";

interface WindowSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const read = (): WindowSize => ({ widthPx: window.innerWidth, heightPx: window.innerHeight });

/** The size of the window, CSS px; on a wall that is the whole screen. */
export function useWindowSize(): WindowSize {
  const [size, setSize] = useState(read);
  useEffect(() => {
    const onResize = (): void => setSize(read());
    window.addEventListener("resize", onResize);
    return () => window.removeEventListener("resize", onResize);
  }, []);
  return size;
}

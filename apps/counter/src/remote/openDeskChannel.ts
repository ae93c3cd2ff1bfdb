import type { LinkPort } from "@luot/contract";

/** The way between the window of a counter and its bar, both of them pages of one origin. */
export function openDeskChannel(counterId: string): LinkPort {
  const channel = new BroadcastChannel(`luot.counter.${counterId}`);
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window, no origin
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      const heard = ({ data }: MessageEvent): void => listener(data);
      channel.addEventListener("message", heard);
      return () => channel.removeEventListener("message", heard);
    },
  };
}

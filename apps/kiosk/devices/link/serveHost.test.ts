import { silentLogger } from "@luot/kit";
import { describe, expect, it } from "vitest";
import { serveHost } from "./serveHost.ts";

const START = { kind: "start", hubUrl: "http://hub", folder: "/f", printer: null, scanner: null };
const WATCH = { kind: "watch" };

function aHost() {
  const said: unknown[] = [];
  const started: unknown[] = [];
  const heard: unknown[] = [];
  let tell: ((message: unknown) => void) | null = null;
  const screen = serveHost({
    port: {
      post: (message) => said.push(message),
      listen: (listener) => {
        tell = listener;
        return () => {};
      },
    },
    onStart: (start) => started.push(start),
    log: silentLogger,
  });
  const stop = screen.listen((message) => heard.push(message));
  return { said, started, heard, screen, stop, tell: (message: unknown) => tell?.(message) };
}

describe("serveHost", () => {
  it("starts once, answers each ping, and hands the screen's messages on", () => {
    const { said, started, heard, screen, tell } = aHost();
    for (const message of [START, { kind: "ping" }, WATCH, START, { kind: "ping" }]) tell(message);
    screen.post({ kind: "state" });
    expect(started).toEqual([START]);
    expect(heard).toEqual([WATCH]);
    expect(said).toEqual([{ kind: "pong" }, { kind: "pong" }, { kind: "state" }]);
  });

  it.each([null, "ping", { kind: "exit" }, { ...START, more: 1 }, { kind: "send" }])(
    "does nothing for %j",
    (message) => {
      const { said, started, heard, tell } = aHost();
      tell(message);
      expect([said, started, heard]).toEqual([[], [], []]);
    },
  );

  it("tells nobody who has stopped listening", () => {
    const { heard, stop, tell } = aHost();
    stop();
    tell(WATCH);
    expect(heard).toEqual([]);
  });
});

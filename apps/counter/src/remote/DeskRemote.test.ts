import type { LinkPort } from "@luot/contract";
import { afterEach, describe, expect, it } from "vitest";
import type { BarState, RemoteAction } from "./BarState.ts";
import { DeskRemote } from "./DeskRemote.ts";

/** Both ends in one: what is posted is kept, what is said is heard. */
class FakeChannel implements LinkPort {
  readonly posted: unknown[] = [];
  #listener: ((message: unknown) => void) | null = null;

  post = (message: unknown): void => {
    this.posted.push(message);
  };

  listen = (listener: (message: unknown) => void): (() => void) => {
    this.#listener = listener;
    return () => {
      this.#listener = null;
    };
  };

  say(message: unknown): void {
    this.#listener?.(message);
  }
}

const STATE: BarState = {
  place: "Quầy 1",
  label: "A001",
  waiting: 3,
  word: "live",
  possible: ["next", "finish"],
  note: null,
  language: "vi",
};

let remotes: DeskRemote[] = [];

afterEach(() => {
  for (const remote of remotes) remote.close();
  remotes = [];
});

function aRemote() {
  const channel = new FakeChannel();
  const remote = new DeskRemote(channel);
  remotes.push(remote);
  const done: RemoteAction[] = [];
  return { channel, remote, done, stop: remote.serve((action) => done.push(action)) };
}

describe("the remote of a counter's window", () => {
  it("does for the bar what the window's own button would do, and nothing else", () => {
    const { channel, remote, done } = aRemote();
    channel.say({ kind: "act", action: "next" });
    remote.show(STATE);
    channel.say({ kind: "act", action: "next" });
    channel.say({ kind: "act", action: "recall" });
    channel.say({ kind: "act", action: "transfer" });
    remote.act("finish");
    expect(done).toEqual(["next", "finish"]);
  });

  it("does nothing once the desk is not shown any more", () => {
    const { channel, remote, done, stop } = aRemote();
    remote.show(STATE);
    stop();
    channel.say({ kind: "act", action: "next" });
    expect(done).toEqual([]);
  });

  it("says what is shown when it changes, and when a bar asks", () => {
    const { channel, remote } = aRemote();
    channel.say({ kind: "watch" });
    expect(channel.posted).toMatchObject([{ kind: "state", state: { label: null } }]);
    remote.show(STATE);
    remote.show({ label: STATE.label });
    expect(channel.posted.slice(1)).toEqual([{ kind: "state", state: STATE }]);
    channel.say({ kind: "watch" });
    expect(channel.posted).toHaveLength(3);
  });

  it.each([null, 7, "act", {}, { kind: "act" }, { kind: "state", state: null }, { kind: "quit" }])(
    "takes %j for nothing",
    (message) => {
      const { channel, remote, done } = aRemote();
      remote.show(STATE);
      channel.say(message);
      expect([done, channel.posted.length]).toEqual([[], 1]);
    },
  );
});

import type { RecentCall } from "@luot/hub-client";
import {
  type Announcement,
  ANNOUNCEMENT_TIMING,
  type AnnouncementQueue,
  type ClipPackPlayer,
  createAnnouncementQueue,
  createChimeProvider,
  createClipPackPlayer,
  createProviderChain,
  parseVoiceManifest,
  type SpeechLanguage,
  type SpeechProvider,
} from "@luot/voice";
import { announcementOf, freshCalls } from "./announcementOf.ts";
import type { Spoken } from "./spokenTrace.ts";

/** How the loudspeaker stands: a browser lets no page sound that nobody has touched. */
export type SoundState = "blocked" | "on";

/** The voice of one sound zone. */
export interface Announcer {
  /**
   * Says what is new among the calls shown, once each, and takes back what is gone from them.
   *
   * @param calls the latest first, with the number of their counter
   */
  readonly show: (calls: readonly CallWithNumber[]) => void;
  /** Somebody touched the page: sound may begin. */
  readonly unlock: () => void;
  readonly stop: () => void;
}

/** A call and the number of its counter. */
export interface CallWithNumber {
  readonly call: RecentCall;
  readonly counterNumber: number;
}

/** What an announcer needs. */
export interface AnnouncerOptions {
  /** Hub's time, epoch ms. */
  readonly now: () => number;
  readonly onSound: (state: SoundState) => void;
  readonly trace: Spoken[] | null;
}

const PACKS: readonly SpeechLanguage[] = ["vi", "en"];
const PACK_AGAIN_MS = 5_000;

/** Makes the voice; it is silent until the browser lets it sound and the packs have come. */
export function createAnnouncer({ now, onSound, trace }: AnnouncerOptions): Announcer {
  const audioContext = new AudioContext();
  const players = lateProvider(audioContext);
  const about = new Map<string, CallWithNumber>();
  const queue = createQueue(players.provider, now, traceInto(trace, about, now));
  let shown: readonly CallWithNumber[] = [];
  const followSound = (): void => {
    onSound(audioContext.state === "running" ? "on" : "blocked");
    sayFresh();
  };
  audioContext.addEventListener("statechange", followSound);
  followSound();
  return {
    show: (calls) => {
      const present = new Set(calls.map(({ call }) => call.ticketId));
      for (const { call } of shown) if (!present.has(call.ticketId)) queue.withdraw(call.ticketId);
      shown = calls;
      sayFresh();
    },
    unlock: () => void audioContext.resume(),
    stop: () => {
      queue.stop();
      players.stop();
      audioContext.removeEventListener("statechange", followSound);
      void audioContext.close();
    },
  };

  /** What was said already the queue knows; while the browser forbids sound nothing is used up. */
  function sayFresh(): void {
    if (audioContext.state !== "running") return;
    const fresh = new Set(
      freshCalls(
        shown.map(({ call }) => call),
        now(),
      ),
    );
    for (const entry of shown.toReversed()) if (fresh.has(entry.call)) say(entry);
  }

  function say(entry: CallWithNumber): void {
    const announcement = announcementOf(entry.call, entry.counterNumber);
    if (announcement === null) return;
    if (trace !== null) about.set(announcement.id, entry);
    queue.enqueue(announcement);
  }
}

interface Listeners {
  readonly onStart: (entry: Announcement) => void;
  readonly onSpoken: (entry: Announcement) => void;
  readonly onDrop: (entry: Announcement) => void;
}

function createQueue(
  player: Pick<SpeechProvider, "play">,
  now: () => number,
  listeners: Listeners,
): AnnouncementQueue {
  return createAnnouncementQueue({
    ...ANNOUNCEMENT_TIMING,
    ...listeners,
    clock: { now },
    schedule: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    player,
    // What can't be said is on the screen; a hall's wall has nobody to read an error to.
    onFault: () => {},
  });
}

function traceInto(
  trace: Spoken[] | null,
  about: ReadonlyMap<string, CallWithNumber>,
  now: () => number,
): Listeners {
  const open = new Map<string, Spoken>();
  return {
    onStart: ({ id, calledAtMs }) => {
      const entry = about.get(id);
      if (trace === null || entry === undefined) return;
      const { label, count } = entry.call;
      const spoken: Spoken = {
        label,
        counter: entry.counterNumber,
        at: calledAtMs,
        kind: count > 0 ? "recall" : "call",
        startedAt: now(),
        endedAt: null,
      };
      open.set(id, spoken);
      trace.push(spoken);
    },
    onSpoken: ({ id }) => {
      const spoken = open.get(id);
      if (spoken !== undefined) spoken.endedAt = now();
    },
    onDrop: ({ id }) => {
      const spoken = open.get(id);
      if (trace !== null && spoken !== undefined) trace.splice(trace.indexOf(spoken), 1);
    },
  };
}

/** Plays with what has been loaded so far: a chime at first, words as soon as the packs are here. */
function lateProvider(audioContext: AudioContext): {
  readonly provider: Pick<SpeechProvider, "play">;
  readonly stop: () => void;
} {
  const packs: ClipPackPlayer[] = [];
  const stop = new AbortController();
  const chime = createChimeProvider({ audioContext });
  for (const language of PACKS) void loadUntil(stop.signal, language);
  return {
    provider: {
      // A chain of its own each time: it takes what is there at the moment.
      play: (plan, signal) => createProviderChain([...packs, chime], () => {}).play(plan, signal),
    },
    stop: () => stop.abort(),
  };

  async function loadUntil(signal: AbortSignal, language: SpeechLanguage): Promise<void> {
    while (!signal.aborted) {
      const pack = await loadPack(language, audioContext);
      if (pack !== null) {
        packs.push(pack);
        await pack.preload();
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, PACK_AGAIN_MS));
    }
  }
}

/** A pack of the hub; `null` when it does not answer, or not with a pack. */
async function loadPack(
  language: SpeechLanguage,
  audioContext: AudioContext,
): Promise<ClipPackPlayer | null> {
  const base = `/voice/${language}`;
  const found: unknown = await fetch(`${base}/manifest.json`)
    .then(async (response) => (response.ok ? ((await response.json()) as unknown) : null))
    .catch(() => null);
  const manifest = parseVoiceManifest(found);
  if (!manifest.ok) return null;
  return createClipPackPlayer({
    manifest: manifest.value,
    audioContext,
    fetchClip: async (_name, { file }) => {
      const response = await fetch(`${base}/${file}`);
      if (!response.ok) throw new Error(`${file}: HTTP ${response.status}`);
      return response.arrayBuffer();
    },
  });
}

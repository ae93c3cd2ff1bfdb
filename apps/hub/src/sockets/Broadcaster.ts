import { type Event, projectFrame, type State, type ViewKind } from "@luot/domain";

/** Where frames go: one Socket.IO room per kind of view. */
export interface Rooms {
  readonly isEmpty: (kind: ViewKind) => boolean;
  readonly emit: (
    kind: ViewKind,
    frame: { readonly from: number; readonly to: number; readonly events: readonly unknown[] },
  ) => void;
}

interface Room {
  readonly kind: ViewKind;
  readonly tickMs: number;
  pending: Event[];
  sentSeq: number;
  flushedAtMs: number;
  costMs: number;
  lastCostMs: number;
  timer: NodeJS.Timeout | null;
  /** What was sent lately: to find clients that stopped listening. */
  sent: { readonly to: number; readonly atMs: number }[];
}

const TICK_MS: Readonly<Record<ViewKind, number>> = {
  display: 50,
  counter: 50,
  kiosk: 50,
  console: 1_000,
};
/** A flush may take a quarter of the time at most; under load ticks grow longer. */
const FLUSH_SHARE = 4;
const REMEMBER_SENT_MS = 20_000;

/**
 * Sends the facts to the screens: the first at once, then at most one frame a tick and room, each
 * from the `seq` the room stands at to the one it will, so that nobody misses any unnoticed.
 */
export class Broadcaster {
  readonly #rooms: Rooms;
  readonly #state: () => State;
  readonly #nowMs: () => number;
  readonly #all: readonly Room[];

  constructor(rooms: Rooms, state: () => State, nowMs: () => number) {
    this.#rooms = rooms;
    this.#state = state;
    this.#nowMs = nowMs;
    this.#all = (Object.keys(TICK_MS) as ViewKind[]).map(
      (kind): Room => ({
        kind,
        tickMs: TICK_MS[kind],
        pending: [],
        sentSeq: state().seq,
        flushedAtMs: -Infinity,
        costMs: 0,
        lastCostMs: 0,
        timer: null,
        sent: [],
      }),
    );
  }

  /** Takes committed facts, in order. */
  publish(events: readonly Event[]): void {
    for (const room of this.#all) {
      room.pending.push(...events);
      if (room.timer !== null) continue;
      const tickMs = Math.max(room.tickMs, room.costMs * FLUSH_SHARE);
      const dueMs = room.flushedAtMs + tickMs - this.#nowMs();
      if (dueMs <= 0) this.#flush(room);
      else room.timer = setTimeout(() => this.#flush(room), dueMs);
    }
  }

  /** Brings a room up to date at once, so that whoever joins it now misses nothing. */
  flush(kind: ViewKind): void {
    const room = this.#room(kind);
    if (room.pending.length > 0) this.#flush(room);
  }

  /** Up to where everybody in the room was sent the facts. */
  sentSeq(kind: ViewKind): number {
    return this.#room(kind).sentSeq;
  }

  /** When the first frame beyond `seq` went out, or `null` when there is none. */
  unseenSince(kind: ViewKind, seq: number): number | null {
    return this.#room(kind).sent.find(({ to }) => to > seq)?.atMs ?? null;
  }

  close(): void {
    for (const room of this.#all) if (room.timer !== null) clearTimeout(room.timer);
  }

  #flush(room: Room): void {
    const startedMs = this.#nowMs();
    if (room.timer !== null) clearTimeout(room.timer);
    room.timer = null;
    const events = room.pending;
    room.pending = [];
    const from = room.sentSeq;
    const to = events.at(-1)?.seq ?? from;
    room.sentSeq = to;
    room.flushedAtMs = startedMs;
    if (this.#rooms.isEmpty(room.kind)) return;
    const shown = projectFrame(room.kind, events, this.#state());
    this.#rooms.emit(room.kind, { from, to, events: shown });
    room.sent.push({ to, atMs: startedMs });
    while ((room.sent[0]?.atMs ?? startedMs) < startedMs - REMEMBER_SENT_MS) room.sent.shift();
    const costMs = this.#nowMs() - startedMs;
    // One slow flush (a collection of garbage, say) is no load; two in a row are.
    room.costMs = Math.min(costMs, room.lastCostMs);
    room.lastCostMs = costMs;
  }

  #room(kind: ViewKind): Room {
    const room = this.#all.find((candidate) => candidate.kind === kind);
    if (room === undefined) throw new Error(`no room ${kind}`);
    return room;
  }
}

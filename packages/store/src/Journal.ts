import type { Event, StateSnapshot } from "@luot/domain";

/** A command as it is remembered: who sent what, and what was answered. */
export interface CommandRecord {
  readonly id: string;
  readonly actor: string;
  /** Of type and payload: the same id with another wish is refused. */
  readonly fingerprint: string;
  /** JSON of the answer, refusals too. */
  readonly answer: string;
  /** `seq` of the hub after the command. */
  readonly seq: number;
}

/** A command with the facts it caused: none for a refusal. */
export interface JournalEntry extends CommandRecord {
  readonly events: readonly Event[];
}

/** The facts, in order and gap-free, with the answers they were given under. */
export interface Journal {
  /** `seq` of the last event stored. */
  readonly lastSeq: number;
  /**
   * Stores all entries, or none; durable when it resolves. One call at a time.
   *
   * @param expectedSeq `lastSeq` that the entries were decided upon
   * @throws StoreError `conflict` when somebody else wrote meanwhile
   */
  readonly append: (expectedSeq: number, entries: readonly JournalEntry[]) => Promise<void>;
  /** What was answered to a command, or `undefined` for one never seen. */
  readonly recordOf: (commandId: string) => CommandRecord | undefined;
  /** At most `limit` events after `seq`, in order. */
  readonly eventsAfter: (seq: number, limit: number) => readonly Event[];
  /** The newest snapshot, or `null` when none was taken. */
  readonly latestSnapshot: () => StateSnapshot | null;
  /** Keeps a snapshot, and the two before it. */
  readonly saveSnapshot: (snapshot: StateSnapshot, atMs: number) => void;
}

/** What needs a person. Screens have the words for each kind. */
export type AlarmKind =
  | "help_wanted"
  | "printer"
  | "print_unknown"
  | "print_failed"
  | "roll_low"
  | "device_printer"
  | "offline_refused"
  | "clock_jumped"
  | "device_lost"
  | "dossiers_stale"
  | "import_refused"
  | "register"
  | "guessing";

/** Something that needs a person. */
export interface Alarm {
  readonly id: string;
  readonly kind: AlarmKind;
  readonly at: number;
  /** What it is about: a device, a label, a state. Never personal. */
  readonly subject: string;
}

const MAX_ALARMS = 100;

/** The alarms nobody has cleared yet, newest first. One of a kind and subject at a time. */
export class Alarms {
  readonly #now: () => number;
  #all: readonly Alarm[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  all(): readonly Alarm[] {
    return this.#all;
  }

  raise(kind: AlarmKind, subject: string): void {
    const alarm = { id: `${kind}:${subject}`, kind, at: this.#now(), subject };
    this.#all = [alarm, ...this.#all.filter(({ id }) => id !== alarm.id)].slice(0, MAX_ALARMS);
  }

  /** Ends all alarms of a kind, because their cause is gone. */
  clearKind(kind: AlarmKind): void {
    this.#all = this.#all.filter((alarm) => alarm.kind !== kind);
  }

  /** Ends all alarms of a kind about one thing among several subjects. */
  clearWhere(kind: AlarmKind, isOver: (subject: string) => boolean): void {
    this.#all = this.#all.filter((alarm) => alarm.kind !== kind || !isOver(alarm.subject));
  }

  /** Ends an alarm whose cause is gone, or that somebody has seen to. @returns whether there was one */
  clear(id: string): boolean {
    const rest = this.#all.filter((alarm) => alarm.id !== id);
    const had = rest.length < this.#all.length;
    this.#all = rest;
    return had;
  }
}

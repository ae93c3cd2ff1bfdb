/** Somebody in line, by label only. */
export interface DisplayWaiting {
  readonly label: string;
  readonly issuedAt: number;
  readonly callableAt: number;
}

/** The line of a service as the hall sees it: how many wait, and who comes next. */
export interface DisplayLine {
  readonly waiting: number;
  /** The first few in line; the priority stream before the normal one. */
  readonly next: readonly DisplayWaiting[];
}

/** How a line stands after some facts; without `next` where nobody of those shown changed. */
export interface ChangedLine {
  readonly waiting: number;
  readonly next?: readonly DisplayWaiting[] | undefined;
}

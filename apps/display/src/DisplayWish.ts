/** What this page was opened to show. */
export interface DisplayWish {
  /** A sign over one counter; `null`: a wall. */
  readonly counterId: string | null;
  /** The zone of a wall; `null`: the whole centre. */
  readonly zone: string | null;
  readonly hasSound: boolean;
  /** Tests look at what was said. */
  readonly isTraced: boolean;
}

const ID = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/**
 * Reads what a display should show from the page's address: `?counter=q05`, `?zone=hall`,
 * `?sound=off`, `?trace=1`. What can't be an id is left out. A counter's sign is silent: the wall
 * speaks for the zone.
 */
export function readDisplayWish(search: string): DisplayWish {
  const params = new URLSearchParams(search);
  const idOf = (name: string): string | null => {
    const value = params.get(name);
    return value !== null && ID.test(value) ? value : null;
  };
  const counterId = idOf("counter");
  const sound = params.get("sound");
  return {
    counterId,
    zone: idOf("zone"),
    hasSound: counterId === null ? sound !== "off" : sound === "on",
    isTraced: params.get("trace") === "1",
  };
}

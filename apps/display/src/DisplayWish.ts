import type { BoardPeriod } from "@luot/hub-client";

/** How a board hangs in its hall, and what it tells. */
export interface BoardPlace {
  readonly period: BoardPeriod;
  /** Of the picture, as screens are sold. */
  readonly diagonalInches: number;
  /** From the screen to the farthest seat. */
  readonly distanceM: number;
}

/** What this page was opened to show. */
export interface DisplayWish {
  /** A sign over one counter; `null`: a wall. */
  readonly counterId: string | null;
  /** The zone of a wall; `null`: the whole centre. */
  readonly zone: string | null;
  /** The status board alone; `null`: calls and lines. */
  readonly board: BoardPlace | null;
  readonly hasSound: boolean;
  /** Tests look at what was said. */
  readonly isTraced: boolean;
}

const ID = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/**
 * Reads what a display should show from the page's address: `?counter=q05`, `?zone=hall`,
 * `?sound=off`, `?trace=1`. What can't be an id is left out. A counter's sign is silent: the wall
 * speaks for the zone. `?page=board&diagonal=43&distance=8&period=month` is the status board, which
 * never speaks.
 */
export function readDisplayWish(search: string): DisplayWish {
  const params = new URLSearchParams(search);
  const idOf = (name: string): string | null => {
    const value = params.get(name);
    return value !== null && ID.test(value) ? value : null;
  };
  const counterId = idOf("counter");
  const sound = params.get("sound");
  const board = params.get("page") === "board" ? readBoard(params) : null;
  return {
    counterId,
    zone: idOf("zone"),
    board,
    hasSound: board === null && (counterId === null ? sound !== "off" : sound === "on"),
    isTraced: params.get("trace") === "1",
  };
}

/** What hangs in most halls, as far as anybody has said nothing. */
const USUAL = { diagonalInches: 55, distanceM: 5 };
const PERIODS = ["day", "month", "quarter", "year"] as const satisfies readonly BoardPeriod[];

function readBoard(params: URLSearchParams): BoardPlace {
  const numberOf = (name: string, usual: number, most: number): number => {
    const value = Number((params.get(name) ?? "").replace(",", "."));
    return value >= 1 && value <= most ? value : usual;
  };
  return {
    period: PERIODS.find((period) => period === params.get("period")) ?? "month",
    diagonalInches: numberOf("diagonal", USUAL.diagonalInches, 500),
    distanceM: numberOf("distance", USUAL.distanceM, 100),
  };
}

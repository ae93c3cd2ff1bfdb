import type { ImportReport } from "@luot/contract";

const MAX_NAME = 150;

/**
 * The report on a file that was not read, or not to its end.
 *
 * @param file.source its source, or where it lay; `file.at`: epoch ms
 */
export function notTaken(file: {
  readonly source: string;
  readonly name: string;
  readonly at: number;
  readonly reason: "failed" | "not_taken";
}): ImportReport {
  return {
    ...file,
    name: file.name.slice(0, MAX_NAME),
    run: 0,
    outcome: "refused",
    place: null,
    format: null,
    mapping: null,
    counts: { added: 0, changed: 0, same: 0, older: 0, expired: 0, refused: 0 },
    refusals: [],
  };
}

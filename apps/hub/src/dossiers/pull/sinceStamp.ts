import type { DossierPullList, MappingChoice } from "@luot/contract";
import { localTime } from "@luot/domain";

const VIETNAM = "Asia/Ho_Chi_Minh";
/** What was being written down just then may show up in the list only afterwards. */
const OVERLAP_MS = 10 * 60_000;

/**
 * What a list is asked with for what changed since a little before a moment.
 *
 * @param at epoch ms by the source's own clock
 */
export function sinceStamp(
  at: number,
  format: NonNullable<DossierPullList["since"]>["format"],
  mapping: MappingChoice,
): string {
  const from = at - OVERLAP_MS;
  if (format === "epoch-ms") return String(from);
  if (format === "iso") return new Date(from).toISOString();
  const timeZone = typeof mapping === "string" ? VIETNAM : mapping.timeZone;
  const { date, minutes } = localTime(from, timeZone);
  return `${date.replaceAll("-", "")}${two(Math.floor(minutes / 60))}${two(minutes % 60)}00`;
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}

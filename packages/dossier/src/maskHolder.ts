import { maskName } from "./masking.ts";

/** What a screen may show of a holder's name: its mask, or nothing at all. */
export type HolderMask = "initials" | "hidden";

/** More of a name is not shown: nobody's has more, and a text that is no name gives less away. */
const MAX_WORDS = 12;
const MAX_CHARACTERS = 100;

/**
 * A holder's name as a centre lets it be shown.
 *
 * @returns `Nguyễn V** A**`, at most 100 characters; `null` for nothing
 */
export function maskHolder(name: string, rule: HolderMask): string | null {
  if (rule === "hidden") return null;
  const words = name.slice(0, 1_000).split(/\s/).filter(Boolean).slice(0, MAX_WORDS);
  const masked = maskName(words.join(" "));
  return masked === "" ? null : Array.from(masked).slice(0, MAX_CHARACTERS).join("");
}

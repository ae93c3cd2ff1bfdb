import type { Scan } from "../Scan.ts";

/** How much of a scan is shown to find out whether it is the right one. */
const SHOWN_CHARACTERS = 4;

/** What may be shown of a scan: all of it only when asked, because a card is personal data. */
export interface ShownScan {
  readonly event: "scan";
  readonly aim: string;
  readonly characters: number;
  readonly bytes: number;
  /** The whole text, or its first characters. */
  readonly text: string;
  readonly isWhole: boolean;
}

/** Takes of a scan what may be shown. Pure. */
export function showScan(scan: Scan, isTextShown: boolean): ShownScan {
  const characters = Array.from(scan.text);
  const isWhole = isTextShown || characters.length <= SHOWN_CHARACTERS;
  return {
    event: "scan",
    aim: scan.aim,
    characters: characters.length,
    bytes: new TextEncoder().encode(scan.text).length,
    text: isWhole ? scan.text : characters.slice(0, SHOWN_CHARACTERS).join(""),
    isWhole,
  };
}

/** Writes what is shown of a scan on one line. Pure; the text is quoted as JSON. */
export function formatScan(shown: ShownScan): string {
  const aim = shown.aim === "" ? "no AIM id" : shown.aim;
  const rest = shown.isWhole ? "" : " …";
  const size = `${shown.characters} characters, ${shown.bytes} bytes`;
  return `scan     ${aim}  ${size}  ${JSON.stringify(shown.text)}${rest}`;
}

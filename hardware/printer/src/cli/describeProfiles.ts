import { PRINTER_PROFILES, type PrinterProfile } from "../printerProfiles.ts";

/** The known printers as a table of text, one a line. */
export function describeProfiles(): string {
  const head = ["profile", "dots", "dpi", "cut", "confirms by", "status", "beeps", "model"];
  const rows = Object.values(PRINTER_PROFILES).map(rowOf);
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}

function rowOf(profile: PrinterProfile): readonly string[] {
  return [
    profile.id,
    String(profile.widthDots),
    String(profile.dpi),
    profile.cut,
    profile.completion,
    profile.statusQuestions.join(" "),
    profile.beeper,
    profile.name,
  ];
}

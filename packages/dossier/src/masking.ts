const MASK = "**";

/**
 * A holder's name as a screen may show it: the family name, and of the others the first letter:
 * `Nguyễn V** A**`. A name of one word is `A**`.
 */
export function maskName(name: string): string {
  const words = name.normalize("NFC").split(/\s/).filter(Boolean);
  return words
    .map((word, at) => (at === 0 && words.length > 1 ? word : `${firstLetter(word)}${MASK}`))
    .join(" ");
}

/**
 * A phone number as a screen may show it: `09** *** 678`. What has fewer than nine digits shows
 * nothing of itself.
 */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "").replace(/^84(?=\d{9})/, "0");
  if (digits.length < 9) return "***";
  return `${digits.slice(0, 2)}** *** ${digits.slice(-3)}`;
}

/** A whole letter, also one beyond the basic plane. */
function firstLetter(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 0x2a);
}

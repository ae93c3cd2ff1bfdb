/** Nine digits and more in a row are a phone's, an identity's or an account's. */
const LONG_NUMBER = /\d(?:[ .-]?\d){8,30}/g;
const HIDDEN = "…";
/** A name of one word may be an ordinary word of the text. */
const MIN_NAME_CHARACTERS = 5;

/**
 * A free text of a source without what would tell whose dossier it is: the holder's name, and
 * numbers as long as a phone's. Papers that are missing are shown to whoever holds the receipt.
 *
 * @param name as the source wrote it, cleaned; "" for none
 */
export function withoutHolder(text: string, name: string): string {
  return withoutName(text, name).replaceAll(LONG_NUMBER, HIDDEN);
}

function withoutName(text: string, name: string): string {
  if (name.length < MIN_NAME_CHARACTERS || !name.includes(" ")) return text;
  const lower = text.toLowerCase();
  const wanted = name.toLowerCase();
  if (!lower.includes(wanted)) return text;
  // Where small letters take another room than capitals, places can't be told: all of it goes.
  if (lower.length !== text.length) return HIDDEN;
  let kept = "";
  let from = 0;
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, from)) {
    kept += text.slice(from, at) + HIDDEN;
    from = at + wanted.length;
  }
  return kept + text.slice(from);
}

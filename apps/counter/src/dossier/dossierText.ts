/** What somebody typed or scanned where a dossier's code was wanted. */
export type DossierText =
  | { readonly kind: "text"; readonly text: string }
  /** A bank's payment code. */
  | { readonly kind: "payment" }
  /** No code: also a citizen's card or one of our tickets, which go no further than here. */
  | { readonly kind: "none" };

/** Longer ones the hub does not take. */
const MAX_CHARACTERS = 128;
const CODE = /^[0-9A-Z.]{3,35}-\d{6}-\d{4,9}$/i;
/** The token on our own papers, alone or at the end of its address. */
const TICKET = /(?:^|\/p\/|[?&]t=)[A-Z2-7]{42}$/i;
const NONE: DossierText = { kind: "none" };

/**
 * What may be asked of the hub. Pure; the hub alone decides what is a code, but a card's name and
 * number, parted by bars, never leave the screen.
 */
export function dossierText(raw: string): DossierText {
  const text = raw.trim();
  if (text.startsWith("000201")) return { kind: "payment" };
  if (text.includes("|")) {
    const code = text.split("|").find((field) => CODE.test(field.trim()));
    return code === undefined ? NONE : { kind: "text", text: code.trim() };
  }
  if (text === "" || text.length > MAX_CHARACTERS || TICKET.test(text)) return NONE;
  return { kind: "text", text };
}

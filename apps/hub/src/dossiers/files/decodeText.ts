import { ok, type Result } from "@luot/kit";
import { type FileFault, fileFault } from "./FileFault.ts";

/** How the bytes of a text are to be read. */
export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1258";

/** A text, composed (NFC), and how it was written. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

// oxlint-disable-next-line no-control-regex
const NOT_ASCII = /[^\0-\x7F]/u;
// oxlint-disable-next-line no-control-regex
const BINARY = /[\0-\x08\x0E-\x1F]/u;
const REPLACEMENT = "\uFFFD";
/** The longest start of a UTF-8 sequence that can be left when its end is cut off. */
const CUT_BYTES = 3;

/**
 * Reads bytes as text: UTF-8 with or without a mark, UTF-16 with one, else Windows-1258, which older
 * Vietnamese software writes. Nothing is read with replacement characters: a name with a hole in it
 * would be taken for the name.
 *
 * @returns `truncated` for UTF-8 that ends within a letter, `encoding` for UTF-8 with some bytes of
 *   another encoding, `not_text` for what is no text
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, FileFault> {
  const encoding = markOf(bytes);
  if (encoding !== null) return decodeAs(bytes, encoding);
  const utf8 = decodeAs(bytes, "utf-8");
  if (utf8.ok || utf8.error.reason !== "encoding") return utf8;
  if (isCutWithinLetter(bytes)) return fileFault("truncated");
  return isMostlyUtf8(bytes) ? utf8 : decodeAs(bytes, "windows-1258");
}

function markOf([first, second]: Uint8Array): TextEncodingName | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

function decodeAs(bytes: Uint8Array, encoding: TextEncodingName): Result<DecodedText, FileFault> {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes).normalize("NFC");
  } catch (cause) {
    // What the decoder says of bytes that are not of its encoding; anything else is a bug.
    if (cause instanceof TypeError) return fileFault("encoding");
    throw cause;
  }
  return BINARY.test(text) ? fileFault("not_text") : ok({ text, encoding });
}

function isCutWithinLetter(bytes: Uint8Array): boolean {
  for (let cut = 1; cut <= CUT_BYTES && cut < bytes.length; cut++)
    if ((bytes[bytes.length - cut] ?? 0) >= 0xc0) {
      const head = decodeAs(bytes.subarray(0, -cut), "utf-8");
      // Without another letter beyond ASCII it may as well be Windows-1258, and whole.
      return head.ok && NOT_ASCII.test(head.value.text);
    }
  return false;
}

/** Chance rarely makes UTF-8 of letters of another encoding, so what is mostly right was meant so. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let wrong = 0;
  let right = 0;
  for (const letter of new TextDecoder("utf-8").decode(bytes))
    if (letter === REPLACEMENT) wrong += 1;
    else if (letter > "\x7F") right += 1;
  return right > wrong;
}

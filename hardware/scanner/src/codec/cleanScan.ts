import { err, ok, type Result } from "@luot/kit";
import { MAX_SCAN_BYTES, type Scan, type ScanRefusal } from "../Scan.ts";
import { decodeUtf8 } from "./decodeUtf8.ts";

/** Something scanned, as bytes or as text already decoded. */
export type RawScan =
  | { readonly bytes: Uint8Array; readonly aim: string }
  | { readonly text: string; readonly aim: string };

/** GS1 codes, in which the group separator has a meaning. */
const GS1_AIMS = new Set(["]C1", "]d2", "]Q3", "]e0"]);
const GROUP_SEPARATOR = "\u001D";
const BYTE_ORDER_MARK = "\uFEFF";
const CONTROLS = /[\u0000-\u001F\u007F-\u009F]/gu; // oxlint-disable-line no-control-regex

/**
 * Makes a scan fit to hand on, or says why it is not. Pure.
 *
 * Control characters (C0, DEL, C1) are dropped, the group separator excepted under the four GS1
 * AIM ids; so is a leading byte order mark. The text comes out in NFC. Spaces are kept, because
 * they may belong to the data, but a scan of nothing else is `empty`.
 *
 * @returns `too_long` above 4,096 bytes of UTF-8, before or after; `invalid_utf8` also for text
 *   with half a surrogate pair; `device_information` for `]X0`
 */
export function cleanScan(raw: RawScan): Result<Scan, ScanRefusal> {
  const { aim } = raw;
  if (aim === "]X0") return err("device_information");
  // Length first: a hostile text is not even decoded.
  if (("bytes" in raw ? raw.bytes : raw.text).length > MAX_SCAN_BYTES) return err("too_long");
  const decoded = "bytes" in raw ? decodeUtf8(raw.bytes) : raw.text;
  if (decoded === null || !decoded.isWellFormed()) return err("invalid_utf8");
  if (utf8Bytes(decoded) > MAX_SCAN_BYTES) return err("too_long");

  const withoutMark = decoded.startsWith(BYTE_ORDER_MARK) ? decoded.slice(1) : decoded;
  const keepsSeparator = GS1_AIMS.has(aim);
  const text = withoutMark
    .replace(CONTROLS, (c) => (keepsSeparator && c === GROUP_SEPARATOR ? c : ""))
    .normalize("NFC");
  if (text.replaceAll(GROUP_SEPARATOR, "").trim() === "") return err("empty");
  return utf8Bytes(text) > MAX_SCAN_BYTES ? err("too_long") : ok({ text, aim });
}

const utf8Bytes = (text: string): number => new TextEncoder().encode(text).length;

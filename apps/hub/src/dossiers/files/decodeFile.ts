import type { Result } from "@luot/kit";
import { decodeCsv } from "./decodeCsv.ts";
import { decodeJson } from "./decodeJson.ts";
import { decodeText } from "./decodeText.ts";
import { decodeXlsx } from "./decodeXlsx.ts";
import { type FileFault, fileFault } from "./FileFault.ts";
import { MAX_FILE_BYTES } from "./limits.ts";
import type { RawFile } from "./RawFile.ts";

const ZIP = [0x50, 0x4b];
/** Compound files: what spreadsheets of before 2007 (XLS) and encrypted ones are. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads a file of dossiers in any of the forms that are taken: XLSX, CSV (UTF-8, UTF-16 with a mark,
 * Windows-1258) or JSON. Its first bytes say which it is, never its name, which people change.
 *
 * @param wanted names of columns a mapping reads; for tables alone
 * @returns the fault of the file as a whole; faults of single records are the mapping's
 */
export async function decodeFile(
  bytes: Uint8Array,
  wanted: readonly string[],
): Promise<Result<RawFile, FileFault>> {
  if (bytes.length === 0) return fileFault("empty");
  if (bytes.length > MAX_FILE_BYTES) return fileFault("too_large");
  if (startsWith(bytes, COMPOUND)) return fileFault("xls_not_supported");
  if (startsWith(bytes, ZIP)) return decodeXlsx(Buffer.from(bytes), wanted);
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  return /^\s*[[{]/u.test(text) ? decodeJson(text) : decodeCsv(text, wanted);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

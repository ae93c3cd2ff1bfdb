import { inflateRawSync } from "node:zlib";
import { ok, type Result } from "@luot/kit";
import { type FileFault, fileFault } from "./FileFault.ts";

/** A part of a spreadsheet, unpacked. */
export interface Part {
  readonly path: string;
  readonly bytes: Buffer;
}

/** ZIP, APPNOTE 6.3.10: signatures and sizes of the records that are read. */
const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;
const MAX_PARTS = 1_000;

/** An entry of the list at the end of a ZIP file. */
interface Entry {
  readonly path: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly localOffset: number;
}

/**
 * Unpacks the XML parts of a spreadsheet (XLSX is ZIP) within bounds. What an entry says of its own
 * size is not believed: unpacking itself stops at the bound, so that a small file that unpacks to
 * terabytes costs no more than `mostBytes`.
 *
 * @param mostBytes what all parts together may come to
 * @returns `truncated` without the list at its end, `not_a_spreadsheet` for other ZIP files
 */
export function unpackSpreadsheet(
  file: Buffer,
  mostBytes: number,
): Result<readonly Part[], FileFault> {
  const entries = entriesOf(file);
  if (!entries.ok) return entries;
  let left = mostBytes;
  const parts: Part[] = [];
  for (const entry of entries.value) {
    if (!/\.xml(\.rels)?$/u.test(entry.path)) continue;
    const bytes = unpackEntry(file, entry, left);
    if (!bytes.ok) return bytes;
    left -= bytes.value.length;
    parts.push({ path: entry.path, bytes: bytes.value });
  }
  const isSpreadsheet = parts.some(({ path }) => path === "xl/workbook.xml");
  return isSpreadsheet ? ok(parts) : fileFault("not_a_spreadsheet");
}

function entriesOf(file: Buffer): Result<readonly Entry[], FileFault> {
  const end = endOf(file);
  if (end === null) return fileFault("truncated");
  const count = file.readUInt16LE(end + 10);
  let offset = file.readUInt32LE(end + 16);
  if (count > MAX_PARTS) return fileFault("not_a_spreadsheet");
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (offset + ENTRY_BYTES > file.length || file.readUInt32LE(offset) !== ENTRY_SIGNATURE)
      return fileFault("truncated");
    const nameBytes = file.readUInt16LE(offset + 28);
    const name = file.subarray(offset + ENTRY_BYTES, offset + ENTRY_BYTES + nameBytes);
    entries.push({
      path: name.toString("utf8"),
      method: file.readUInt16LE(offset + 10),
      isEncrypted: (file.readUInt16LE(offset + 8) & ENCRYPTED_FLAG) !== 0,
      packedBytes: file.readUInt32LE(offset + 20),
      localOffset: file.readUInt32LE(offset + 42),
    });
    const extraBytes = file.readUInt16LE(offset + 30) + file.readUInt16LE(offset + 32);
    offset += ENTRY_BYTES + nameBytes + extraBytes;
  }
  return ok(entries);
}

/** Where the record that ends a ZIP file begins; it may be followed by a comment alone. */
function endOf(file: Buffer): number | null {
  const first = Math.max(0, file.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let offset = file.length - END_BYTES; offset >= first; offset--)
    if (file.readUInt32LE(offset) === END_SIGNATURE) return offset;
  return null;
}

function unpackEntry(file: Buffer, entry: Entry, mostBytes: number): Result<Buffer, FileFault> {
  const { localOffset, packedBytes, method } = entry;
  const isThere =
    localOffset + LOCAL_BYTES <= file.length && file.readUInt32LE(localOffset) === LOCAL_SIGNATURE;
  if (!isThere) return fileFault("truncated");
  if (entry.isEncrypted) return fileFault("not_a_spreadsheet");
  const begin =
    localOffset +
    LOCAL_BYTES +
    file.readUInt16LE(localOffset + 26) +
    file.readUInt16LE(localOffset + 28);
  if (begin + packedBytes > file.length) return fileFault("truncated");
  const packed = file.subarray(begin, begin + packedBytes);
  if (mostBytes < 1) return fileFault("unpacked_too_large");
  if (method === STORED)
    return packed.length > mostBytes ? fileFault("unpacked_too_large") : ok(packed);
  if (method !== DEFLATED) return fileFault("not_a_spreadsheet");
  return inflate(packed, mostBytes);
}

function inflate(packed: Buffer, mostBytes: number): Result<Buffer, FileFault> {
  try {
    return ok(inflateRawSync(packed, { maxOutputLength: mostBytes }));
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : null;
    if (code === "ERR_BUFFER_TOO_LARGE") return fileFault("unpacked_too_large");
    // Damaged or cut off within the part.
    if (code === "Z_DATA_ERROR" || code === "Z_BUF_ERROR") return fileFault("truncated");
    throw cause;
  }
}

import { crc32 } from "node:zlib";
import type { Part } from "./unpackSpreadsheet.ts";

const LOCAL_BYTES = 30;
const ENTRY_BYTES = 46;
const END_BYTES = 22;
/** What a reader has to know to read it: ZIP 2.0. */
const VERSION = 20;

/**
 * Packs parts into a ZIP file without compression (APPNOTE 6.3.10), for a reader that takes nothing
 * else: what it unpacks is exactly as large as what it is given.
 */
export function packStored(parts: readonly Part[]): Buffer {
  const chunks: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes } of parts) {
    const name = Buffer.from(path, "utf8");
    const sum = crc32(bytes);
    const local = Buffer.alloc(LOCAL_BYTES);
    local.writeUInt32LE(0x04034b50, 0);
    describe(local, 4, { sum, size: bytes.length, nameBytes: name.length });
    const entry = Buffer.alloc(ENTRY_BYTES);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(VERSION, 4);
    describe(entry, 6, { sum, size: bytes.length, nameBytes: name.length });
    entry.writeUInt32LE(offset, 42);
    chunks.push(local, name, bytes);
    entries.push(entry, name);
    offset += LOCAL_BYTES + name.length + bytes.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, list, end]);
}

/** The fields that a file's own header and its entry in the list share, in the same order. */
function describe(
  record: Buffer,
  at: number,
  part: { readonly sum: number; readonly size: number; readonly nameBytes: number },
): void {
  record.writeUInt16LE(VERSION, at);
  record.writeUInt32LE(part.sum, at + 10);
  record.writeUInt32LE(part.size, at + 14);
  record.writeUInt32LE(part.size, at + 18);
  record.writeUInt16LE(part.nameBytes, at + 22);
}

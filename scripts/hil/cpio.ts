import { Buffer } from "node:buffer";

/** What stands at a place of the guest's first file system. Paths have no leading slash. */
export type GuestEntry =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "link"; readonly path: string; readonly target: string }
  | {
      readonly kind: "file";
      readonly path: string;
      readonly data: Uint8Array;
      readonly isExecutable: boolean;
    };

const FOLDER = 0o040755;
const LINK = 0o120777;
const PROGRAM = 0o100755;
const PLAIN = 0o100644;
const END = "TRAILER!!!";

/**
 * Writes entries as a cpio archive of the kind "newc", the one Linux takes as its first file system
 * (Documentation/driver-api/early-userspace/buffer-format.rst). Folders above an entry that are not
 * listed are made, before it. Pure.
 *
 * @returns the archive in pieces, to be written one after the other
 * @throws when two entries have the same path: which one counts would be chance
 */
export function* cpioArchive(entries: Iterable<GuestEntry>): Generator<Uint8Array> {
  const folders = new Set<string>();
  const others = new Set<string>();
  let inode = 1;
  for (const entry of entries) {
    const above = foldersAbove(entry.path);
    for (const path of entry.kind === "folder" ? [...above, entry.path] : above) {
      if (folders.has(path)) continue;
      folders.add(path);
      yield* record({ inode: inode++, path, mode: FOLDER, data: NOTHING });
    }
    if (entry.kind === "folder") continue;
    if (others.has(entry.path)) throw new Error(`twice in the archive: ${entry.path}`);
    others.add(entry.path);
    const mode = entry.kind === "link" ? LINK : entry.isExecutable ? PROGRAM : PLAIN;
    const data = entry.kind === "link" ? Buffer.from(entry.target) : entry.data;
    yield* record({ inode: inode++, path: entry.path, mode, data });
  }
  yield* record({ inode: 0, path: END, mode: 0, data: NOTHING });
}

const NOTHING = new Uint8Array(0);

function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

interface CpioRecord {
  readonly inode: number;
  readonly path: string;
  readonly mode: number;
  readonly data: Uint8Array;
}

function* record({ inode, path, mode, data }: CpioRecord): Generator<Uint8Array> {
  const name = Buffer.from(`${path}\0`);
  // inode, mode, uid, gid, links, mtime, size, four device numbers, length of the name, checksum
  const fields = [inode, mode, 0, 0, 1, 0, data.length, 0, 0, 0, 0, name.length, 0];
  const hex = fields.map((field) => field.toString(16).padStart(8, "0")).join("");
  yield padded(Buffer.concat([Buffer.from(`070701${hex}`, "latin1"), name]));
  if (data.length > 0) {
    yield data;
    yield new Uint8Array(missingTo4(data.length));
  }
}

function padded(bytes: Buffer): Uint8Array {
  return Buffer.concat([bytes, new Uint8Array(missingTo4(bytes.length))]);
}

function missingTo4(length: number): number {
  return (4 - (length % 4)) % 4;
}

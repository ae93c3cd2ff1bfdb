import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cpioArchive, type GuestEntry } from "./cpio.ts";

interface Read {
  readonly path: string;
  readonly mode: number;
  readonly data: string;
}

/** Reads an archive as the kernel does: a 110-byte head, the name, the data, each to 4 bytes. */
function read(archive: Buffer): Read[] {
  const found: Read[] = [];
  for (let at = 0; at < archive.length; ) {
    expect(archive.toString("latin1", at, at + 6)).toBe("070701");
    const field = (n: number): number =>
      Number.parseInt(archive.toString("latin1", at + 6 + n * 8, at + 14 + n * 8), 16);
    const [mode, size, nameSize] = [field(1), field(6), field(11)];
    const path = archive.toString("utf8", at + 110, at + 110 + nameSize - 1);
    const dataAt = Math.ceil((at + 110 + nameSize) / 4) * 4;
    const data = archive.toString("latin1", dataAt, dataAt + size);
    if (path === "TRAILER!!!") return found;
    found.push({ path, mode, data });
    at = Math.ceil((dataAt + size) / 4) * 4;
  }
  throw new Error("the archive has no end");
}

const pack = (entries: readonly GuestEntry[]): Read[] =>
  read(Buffer.concat([...cpioArchive(entries)]));

const file = (path: string, data: string, isExecutable: boolean): GuestEntry => {
  return { kind: "file", path, data: Buffer.from(data, "latin1"), isExecutable };
};

describe("cpioArchive", () => {
  it("writes files, programs, links and folders as what they are", () => {
    expect(
      pack([
        { kind: "folder", path: "dev" },
        file("init", "#!/bin/sh\n", true),
        file("note", "x", false),
        { kind: "link", path: "sh", target: "bin/busybox" },
      ]),
    ).toEqual([
      { path: "dev", mode: 0o040755, data: "" },
      { path: "init", mode: 0o100755, data: "#!/bin/sh\n" },
      { path: "note", mode: 0o100644, data: "x" },
      { path: "sh", mode: 0o120777, data: "bin/busybox" },
    ]);
  });

  it("makes the folders above an entry, once and first", () => {
    const paths = pack([file("a/b/c", "1", false), file("a/b/d", "2", false)]).map((e) => e.path);
    expect(paths).toEqual(["a", "a/b", "a/b/c", "a/b/d"]);
  });

  it("keeps names and contents of every length apart", () => {
    const entries = fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[a-zệ]{1,9}$/u), fc.string({ maxLength: 9 })),
      { selector: ([name]) => name, maxLength: 6 },
    );
    fc.assert(
      fc.property(entries, (pairs) => {
        const bytes = pairs.map(([name, text]): [string, string] => [
          name,
          Buffer.from(text).toString("latin1"),
        ]);
        const got = pack(bytes.map(([name, data]) => file(name, data, false)));
        expect(got.map(({ path, data }) => [path, data])).toEqual(bytes);
      }),
    );
  });

  it("refuses two entries of one path", () => {
    expect(() => pack([file("a", "1", false), file("a", "2", false)])).toThrow("twice");
  });
});

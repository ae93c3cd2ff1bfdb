import zlib from "node:zlib";
import { describe, expect, it } from "vitest";
import { listZipFiles, packAsar, readTarFile, setFuses } from "./archives.mjs";

function tarOf(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write(Buffer.byteLength(text).toString(8).padStart(11, "0"), 124);
    const body = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
    body.write(text);
    return [head, body];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1_024)]);
}

/** A zip of one file, as the specification lays it out. */
function zipOf(name: string, text: string, { isExecutable }: { isExecutable: boolean }): Buffer {
  const body = zlib.deflateRawSync(text);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(body.length, 20);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(((isExecutable ? 0o100755 : 0o100644) << 16) >>> 0, 38);
  const start = local.length + name.length + body.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([local, Buffer.from(name), body, entry, Buffer.from(name), end]);
}

const SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";

function binaryWith(fuses: string): Buffer {
  return Buffer.concat([
    Buffer.from(`code${SENTINEL}`),
    Buffer.from([1, fuses.length]),
    Buffer.from(`${fuses}more code`),
  ]);
}

describe("readTarFile", () => {
  it("finds a file behind others of odd sizes", () => {
    const tar = tarOf({ first: "a", second: "b".repeat(513), third: "c" });
    expect(readTarFile(tar, "second").toString()).toBe("b".repeat(513));
    expect(readTarFile(tar, "third").toString()).toBe("c");
    expect(() => readTarFile(tar, "fourth")).toThrow("no fourth");
  });
});

describe("listZipFiles", () => {
  it("unpacks a file and tells a program from others", () => {
    const [file] = listZipFiles(zipOf("bin/run", "hello", { isExecutable: true }));
    expect(file).toMatchObject({ name: "bin/run", isExecutable: true });
    expect(file?.read().toString()).toBe("hello");
    const [plain] = listZipFiles(zipOf("a", "", { isExecutable: false }));
    expect(plain?.isExecutable).toBe(false);
  });

  it("refuses what is no zip", () => {
    expect(() => listZipFiles(Buffer.from("hello"))).toThrow("not a zip");
  });
});

describe("packAsar", () => {
  it("puts the files where its directory says", () => {
    const asar = packAsar({ "package.json": "{}", "main.mjs": "run()" });
    const jsonBytes = asar.readUInt32LE(12);
    const { files } = JSON.parse(asar.toString("utf8", 16, 16 + jsonBytes)) as {
      files: Record<string, { size: number; offset: string }>;
    };
    const bodies = 8 + asar.readUInt32LE(4);
    const { size = 0, offset = "" } = files["main.mjs"] ?? {};
    const at = bodies + Number(offset);
    expect(asar.toString("utf8", at, at + size)).toBe("run()");
  });
});

describe("setFuses", () => {
  it("sets what is named and leaves removed and missing fuses alone", () => {
    const binary = binaryWith("10r00");
    setFuses(binary, {
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: true,
      OnlyLoadAppFromAsar: true,
    });
    expect(binary.toString("latin1")).toContain("01r00more code");
  });

  it("refuses a binary that is not what it seems", () => {
    expect(() => setFuses(Buffer.from("code"), {})).toThrow("no fuses");
    const twice = Buffer.concat([binaryWith("1"), binaryWith("1")]);
    expect(() => setFuses(twice, {})).toThrow("two");
    expect(() => setFuses(binaryWith("1"), { NoSuchFuse: true })).toThrow("NoSuchFuse");
  });
});

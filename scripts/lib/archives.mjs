// Just enough of three archive formats to put an Electron together: no package for it is needed
// before the packages are installed. All is pure: bytes in, bytes out.
import zlib from "node:zlib";

const TAR_BLOCK_BYTES = 512;
const ZIP_END = 0x06054b50;
const ZIP_ENTRY = 0x02014b50;
const ZIP_STORED = 0;
const ZIP_DEFLATED = 8;

/**
 * One file of a tar (POSIX ustar, https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html).
 *
 * @param {Buffer} tar unpacked
 * @param {string} name at most 100 bytes, as it stands in the header
 * @returns {Buffer} throws when it is not there
 */
export function readTarFile(tar, name) {
  let at = 0;
  while (at + TAR_BLOCK_BYTES <= tar.length) {
    const found = textUntilNul(tar, at, 100);
    if (found === "") break;
    const size = Number.parseInt(textUntilNul(tar, at + 124, 12).trim() || "0", 8);
    at += TAR_BLOCK_BYTES;
    if (found === name) return tar.subarray(at, at + size);
    at += Math.ceil(size / TAR_BLOCK_BYTES) * TAR_BLOCK_BYTES;
  }
  throw new Error(`the archive has no ${name}`);
}

function textUntilNul(buffer, at, length) {
  const end = buffer.indexOf(0, at);
  return buffer.toString("utf8", at, end === -1 ? at + length : Math.min(end, at + length));
}

/**
 * The files of a zip (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3).
 *
 * @param {Buffer} zip
 * @returns {{ name: string, isExecutable: boolean, read: () => Buffer }[]} throws when it is no zip
 */
export function listZipFiles(zip) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== ZIP_END) throw new Error("not a zip");
  const count = zip.readUInt16LE(end + 10);
  const files = [];
  let at = zip.readUInt32LE(end + 16);
  while (files.length < count) {
    if (zip.readUInt32LE(at) !== ZIP_ENTRY) throw new Error("the zip's directory is damaged");
    const nameBytes = zip.readUInt16LE(at + 28);
    const moreBytes = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const entry = {
      method: zip.readUInt16LE(at + 10),
      packedBytes: zip.readUInt32LE(at + 20),
      offset: zip.readUInt32LE(at + 42),
    };
    files.push({
      name: zip.toString("utf8", at + 46, at + 46 + nameBytes),
      isExecutable: ((zip.readUInt32LE(at + 38) >>> 16) & 0o111) !== 0,
      read: () => readZipEntry(zip, entry),
    });
    at += 46 + nameBytes + moreBytes;
  }
  return files;
}

function readZipEntry(zip, { method, packedBytes, offset }) {
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const packed = zip.subarray(start, start + packedBytes);
  if (method === ZIP_STORED) return Buffer.from(packed);
  if (method === ZIP_DEFLATED) return zlib.inflateRawSync(packed);
  throw new Error(`zip method ${method} is not known here`);
}

/**
 * An asar of a flat folder (https://github.com/electron/asar#format): a Chromium pickle of the
 * directory as JSON, then the files one after the other.
 *
 * @param {Readonly<Record<string, Buffer | string>>} files name to content
 * @returns {Buffer}
 */
export function packAsar(files) {
  const bodies = Object.entries(files).map(([name, content]) => ({
    name,
    body: Buffer.from(content),
  }));
  const directory = {};
  let offset = 0;
  for (const { name, body } of bodies) {
    directory[name] = { size: body.length, offset: String(offset) };
    offset += body.length;
  }
  const json = Buffer.from(JSON.stringify({ files: directory }));
  const padding = Buffer.alloc((4 - (json.length % 4)) % 4);
  const words = [
    4,
    json.length + padding.length + 8,
    json.length + padding.length + 4,
    json.length,
  ];
  const head = Buffer.alloc(16);
  words.forEach((word, index) => head.writeUInt32LE(word, index * 4));
  return Buffer.concat([head, json, padding, ...bodies.map(({ body }) => body)]);
}

/** Stands before the fuses in an Electron binary (https://www.electronjs.org/docs/latest/tutorial/fuses). */
const FUSE_SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const FUSE_WIRE_VERSION = 1;
const FUSE_REMOVED = "r";
const FUSES = [
  "RunAsNode",
  "EnableCookieEncryption",
  "EnableNodeOptionsEnvironmentVariable",
  "EnableNodeCliInspectArguments",
  "EnableEmbeddedAsarIntegrityValidation",
  "OnlyLoadAppFromAsar",
  "LoadBrowserProcessSpecificV8Snapshot",
  "GrantFileProtocolExtraPrivileges",
];

/**
 * Sets fuses of an Electron binary in place. A fuse that this Electron does not have is left alone.
 *
 * @param {Buffer} binary
 * @param {Readonly<Record<string, boolean>>} wanted by the names of Electron's page on fuses
 * @returns {void} throws when there is not exactly one wire of a known kind, or a name is unknown
 */
export function setFuses(binary, wanted) {
  const sentinel = binary.indexOf(FUSE_SENTINEL);
  if (sentinel < 0) throw new Error("the binary has no fuses");
  const wire = sentinel + FUSE_SENTINEL.length;
  if (binary.indexOf(FUSE_SENTINEL, wire) >= 0) throw new Error("the binary has two fuse wires");
  if (binary[wire] !== FUSE_WIRE_VERSION) throw new Error(`fuse wire version ${binary[wire]}`);
  const count = binary[wire + 1] ?? 0;
  for (const [name, isOn] of Object.entries(wanted)) {
    const index = FUSES.indexOf(name);
    if (index < 0) throw new Error(`no fuse is named ${name}`);
    const at = wire + 2 + index;
    if (index < count && binary[at] !== FUSE_REMOVED.charCodeAt(0))
      binary[at] = (isOn ? "1" : "0").charCodeAt(0);
  }
}

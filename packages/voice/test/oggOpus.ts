/** What the pages of an Ogg Opus file say about its sound. */
export interface OggOpusFacts {
  readonly channels: number;
  /** Length in milliseconds, without the samples the decoder skips at the start. */
  readonly ms: number;
  readonly pageCount: number;
}

const PAGE_HEADER_BYTES = 27;
/** Opus positions always count at 48 kHz (RFC 7845, section 4). */
const POSITIONS_PER_MS = 48;
const LAST_PAGE = 4;

interface Page {
  readonly flags: number;
  readonly position: bigint;
  readonly body: DataView;
  readonly endByte: number;
}

const ascii = (view: DataView, start: number, length: number): string =>
  Array.from({ length }, (_, i) => String.fromCharCode(view.getUint8(start + i))).join("");

/** Reads one page (RFC 3533, section 6). */
function readPage(bytes: Uint8Array, start: number): Page {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start);
  if (ascii(view, 0, 4) !== "OggS" || view.getUint8(4) !== 0)
    throw new Error(`no Ogg page at byte ${start}`);
  const segments = view.getUint8(26);
  const bodyStart = PAGE_HEADER_BYTES + segments;
  let length = 0;
  for (let i = 0; i < segments; i++) length += view.getUint8(PAGE_HEADER_BYTES + i);
  if (bodyStart + length > view.byteLength) throw new Error("the stream is cut off");
  return {
    flags: view.getUint8(5),
    position: view.getBigInt64(6, true),
    body: new DataView(view.buffer, view.byteOffset + bodyStart, length),
    endByte: start + bodyStart + length,
  };
}

/**
 * Reads the facts of an Ogg Opus file from its page headers, without decoding any sound.
 *
 * @throws Error when it is not one whole Ogg Opus stream to the last byte
 */
export function readOggOpus(bytes: Uint8Array): OggOpusFacts {
  const pages: Page[] = [];
  for (let start = 0; start < bytes.length; start = pages.at(-1)?.endByte ?? bytes.length)
    pages.push(readPage(bytes, start));
  const [head, tags] = pages;
  const last = pages.at(-1);
  if (head === undefined || tags === undefined || last === undefined)
    throw new Error("an Ogg Opus file has at least three pages");
  if (ascii(head.body, 0, 8) !== "OpusHead" || ascii(tags.body, 0, 8) !== "OpusTags")
    throw new Error("not an Opus stream");
  if ((last.flags & LAST_PAGE) === 0) throw new Error("the stream is cut off");
  const preSkip = head.body.getUint16(10, true);
  return {
    channels: head.body.getUint8(9),
    ms: (Number(last.position) - preSkip) / POSITIONS_PER_MS,
    pageCount: pages.length,
  };
}

import { connect, type Socket } from "node:net";

/** Codes of keys on an X server with a usual keyboard (xkeyboard-config, `keycodes/evdev`). */
const KEY_CODES = { Control: 37, Alt: 64, N: 57, G: 42, B: 56 } as const;
export type TestKey = keyof typeof KEY_CODES;

const QUERY_EXTENSION = 98;
const FAKE_INPUT = 2;
const KEY_PRESS = 2;
const KEY_RELEASE = 3;
const REPLY_BYTES = 32;
const IS_ERROR = 0;
const IS_REPLY = 1;

/**
 * Presses keys together as a keyboard would, on a virtual screen: also what another program or the
 * system itself listens to hears it. Speaks the X protocol (X.Org, X11R7.7, with its XTEST).
 *
 * @param display as `VirtualScreen.display`
 */
export async function pressKeys(display: string, keys: readonly TestKey[]): Promise<void> {
  const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`);
  const read = readerOf(socket);
  try {
    // Little endian, protocol 11.0, no authority.
    socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    const setup = await read(8);
    if (setup[0] !== 1) throw new Error("the X server refused");
    await read(setup.readUInt16LE(6) * 4);
    socket.write(extensionQuery("XTEST"));
    const reply = await readReply(read);
    const major = reply[9] ?? 0;
    if (reply[8] !== 1) throw new Error("the X server has no XTEST");
    for (const key of keys) socket.write(fakeInput(major, KEY_PRESS, KEY_CODES[key]));
    for (const key of keys.toReversed())
      socket.write(fakeInput(major, KEY_RELEASE, KEY_CODES[key]));
    // Answered only when all before it is done.
    socket.write(extensionQuery("XTEST"));
    await readReply(read);
  } finally {
    socket.destroy();
  }
}

/** The next reply; events come in between, such as that the keyboard is another. */
async function readReply(read: (count: number) => Promise<Buffer>): Promise<Buffer> {
  for (;;) {
    const packet = await read(REPLY_BYTES);
    if (packet[0] === IS_REPLY) return packet;
    if (packet[0] === IS_ERROR) throw new Error(`the X server refused: ${packet[1] ?? 0}`);
  }
}

function extensionQuery(name: string): Buffer {
  const words = 2 + Math.ceil(name.length / 4);
  const request = Buffer.alloc(words * 4);
  request.writeUInt8(QUERY_EXTENSION, 0);
  request.writeUInt16LE(words, 2);
  request.writeUInt16LE(name.length, 4);
  request.write(name, 8, "latin1");
  return request;
}

function fakeInput(major: number, type: number, keyCode: number): Buffer {
  const request = Buffer.alloc(36);
  request.writeUInt8(major, 0);
  request.writeUInt8(FAKE_INPUT, 1);
  request.writeUInt16LE(request.length / 4, 2);
  request.writeUInt8(type, 4);
  request.writeUInt8(keyCode, 5);
  return request;
}

/** Gives the next bytes of a stream, as many as are asked for. */
function readerOf(socket: Socket): (count: number) => Promise<Buffer> {
  return async (count) => {
    for (;;) {
      const chunk = socket.read(count) as Buffer | null;
      if (chunk !== null) return chunk;
      await new Promise<void>((resolve, reject) => {
        socket.once("readable", resolve);
        socket.once("error", reject);
        socket.once("close", () => reject(new Error("the X server hung up")));
      });
    }
  };
}

import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { PLAIN_SCANNER } from "./hidDevices.ts";
import { parseUhidRequest, uhidAnswer, uhidCreate, uhidInput } from "./uhidEvent.ts";

describe("uhidCreate", () => {
  it("puts each field where the kernel's struct uhid_create2_req has it", () => {
    const event = uhidCreate({ ...PLAIN_SCANNER, descriptor: Uint8Array.of(0x05, 0x8c, 0xc0) });
    expect(event.length).toBe(4 + 128 + 64 + 64 + 2 + 2 + 4 * 4 + 4096);
    expect(event.readUInt32LE(0)).toBe(11);
    expect(event.toString("latin1", 4, 16)).toBe("HIL Scanner\0");
    expect(event.toString("latin1", 196, 205)).toBe("HIL-0001\0");
    expect([event.readUInt16LE(260), event.readUInt16LE(262)]).toEqual([3, 3]);
    expect([event.readUInt32LE(264), event.readUInt32LE(268)]).toEqual([0x1209, 9]);
    expect(event.subarray(280, 284)).toEqual(Buffer.from([0x05, 0x8c, 0xc0, 0]));
  });

  it("refuses texts and descriptors that would run into the next field", () => {
    expect(() => uhidCreate({ ...PLAIN_SCANNER, serialNumber: "x".repeat(64) })).toThrow(
      "too long",
    );
    expect(() => uhidCreate({ ...PLAIN_SCANNER, name: "ệ".repeat(43) })).toThrow("too long");
    expect(() => uhidCreate({ ...PLAIN_SCANNER, descriptor: new Uint8Array(4097) })).toThrow(
      "too long",
    );
  });
});

describe("uhidInput", () => {
  it("is the type, the length and the report", () => {
    expect(uhidInput(Uint8Array.of(2, 9))).toEqual(Buffer.from([12, 0, 0, 0, 2, 0, 2, 9]));
  });

  it("refuses a report that the kernel would cut", () => {
    expect(() => uhidInput(new Uint8Array(4097))).toThrow(RangeError);
  });
});

describe("the kernel's questions", () => {
  it("are answered: a setting is taken and kept, a question is refused", () => {
    const set = parseUhidRequest(
      Buffer.from([13, 0, 0, 0, 7, 1, 0, 0, 0xfe, 0, 2, 0, 0xfe, 1, 99]),
    );
    expect(set).toEqual({ kind: "set-report", id: 0x107, report: Uint8Array.of(0xfe, 1) });
    expect(uhidAnswer(set)).toEqual(Buffer.from([14, 0, 0, 0, 7, 1, 0, 0, 0, 0, 0, 0]));
    const get = parseUhidRequest(Buffer.from([9, 0, 0, 0, 8, 0, 0, 0, 1, 0]));
    expect(uhidAnswer(get)).toEqual(Buffer.from([10, 0, 0, 0, 8, 0, 0, 0, 5, 0, 0, 0]));
  });

  it("get no answer when none is asked for", () => {
    const start = parseUhidRequest(Buffer.from([2, 0, 0, 0, 0, 0, 0, 0]));
    expect(uhidAnswer(start)).toBeNull();
    expect(uhidAnswer(parseUhidRequest(Buffer.from([4])))).toBeNull();
  });
});

import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import vectors from "../fixtures/escpos-vectors.json" with { type: "json" };
import { createEscPosParser } from "./createEscPosParser.ts";
import type { PrinterCommand } from "./PrinterCommand.ts";

const parse = (hex: string): PrinterCommand[] => createEscPosParser().push(Buffer.from(hex, "hex"));
const kinds = (hex: string): string[] => parse(hex).map((command) => command.kind);

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  init: ["initialise"],
  "partial-cut-3": ["cut"],
  "full-cut": ["cut"],
  "drawer-pin-2": ["ignored"],
  "beep-3x100ms": ["ignored"],
  "qr-model-2": Array.from({ length: 5 }, () => "not-drawn"),
};

describe("the parser", () => {
  it.each(vectors.commands)("reads the golden bytes: $name", ({ id, hex }) => {
    expect(kinds(hex)).toEqual(EXPECTED[id]);
    expect(createEscPosParser().push(Buffer.from(hex, "hex").subarray(0, -1)).length).toBeLessThan(
      EXPECTED[id]?.length ?? 0,
    );
  });

  it("lets an unfinished drawer pulse eat what follows, as a printer does", () => {
    expect(kinds(`${vectors.neverSend[0]?.hex}1b401d5600`)).toEqual(["ignored", "cut"]);
  });

  it("sees the stray byte after a drawer pulse as text", () => {
    expect(kinds(vectors.neverSend[1]?.hex ?? "")).toEqual(["ignored", "text"]);
  });

  it("does not know the codes that only one encoder sends", () => {
    expect(kinds(vectors.neverSend[2]?.startsWith ?? "")).toContain("unknown");
  });

  it.each(vectors.vietnamese)("takes $encoding as text, byte by byte", ({ hex }) => {
    const bytes = parse(hex).map((command) => (command.kind === "text" ? command.byte : null));
    expect(bytes).toEqual([...Buffer.from(hex, "hex")]);
  });

  it.each(vectors.dleEot)("reads the question $query", ({ query }) => {
    expect(parse(query)).toEqual([{ kind: "status", n: Number(query.slice(-1)) }]);
  });

  it.each(vectors.processId)("reads the process id $id", ({ command, id }) => {
    expect(parse(command)).toEqual([{ kind: "process-id", id: Uint8Array.from(Buffer.from(id)) }]);
  });

  it("reads the order for automatic status", () => {
    expect(parse(vectors.asbEnable)).toEqual([{ kind: "automatic-status", isOn: true }]);
  });

  it("takes dots that look like commands as dots", () => {
    const [raster, cut] = parse("1d763000040001001b4010041d5600");
    expect(raster).toEqual({
      kind: "raster",
      widthBytes: 4,
      rows: 1,
      data: Uint8Array.of(0x1b, 0x40, 0x10, 0x04),
    });
    expect(cut?.kind).toBe("cut");
  });

  it("gives the same commands in whatever pieces the bytes come", () => {
    const parts = fc.constantFrom(
      ...vectors.commands.map(({ hex }) => hex),
      ...vectors.dleEot.map(({ query }) => query),
      "1d7630000200030080ff1004001b",
      "1b4a20",
      "1d7201",
      "1d5a02",
      "48e56e67",
      "1d6b02313233001d6b490441424344",
    );
    fc.assert(
      fc.property(
        fc.array(parts, { minLength: 1 }),
        fc.array(fc.integer({ min: 1, max: 9 })),
        (sent, sizes) => {
          const bytes = Buffer.from(sent.join(""), "hex");
          const whole = createEscPosParser();
          const parser = createEscPosParser();
          const commands: PrinterCommand[] = [];
          let at = 0;
          for (const size of sizes) {
            commands.push(...parser.push(bytes.subarray(at, at + size)));
            at += size;
          }
          commands.push(...parser.push(bytes.subarray(at)));
          expect(commands).toEqual(whole.push(bytes));
          expect(parser.pendingBytes).toBe(whole.pendingBytes);
        },
      ),
    );
  });

  it("survives any bytes and forgets none", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const parser = createEscPosParser();
        parser.push(bytes);
        expect(parser.pendingBytes).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

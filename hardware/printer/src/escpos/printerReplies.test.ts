import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import vectors from "../fixtures/escpos-vectors.json" with { type: "json" };
import type { PrinterState } from "../TicketPrinter.ts";
import { createReplyDecoder, type PrinterReply } from "./printerReplies.ts";
import { type StatusAnswers, statusFromAnswers, statusFromAutomatic } from "./printerState.ts";

const decode = (hex: string): PrinterReply[] => createReplyDecoder().push(Buffer.from(hex, "hex"));
const byteOf = (hex: string): number => Buffer.from(hex, "hex")[0] ?? 0;

const ANSWERS: Readonly<Record<string, PrinterState>> = {
  "100401:12": "ready",
  "100401:1a": "offline",
  "100402:16": "cover_open",
  "100402:32": "paper_out",
  "100403:1a": "offline",
  "100403:32": "offline",
  "100404:12": "ready",
  "100404:1e": "paper_low",
  "100404:7e": "paper_out",
};
const AUTOMATIC: Readonly<Record<string, PrinterState>> = {
  "10000000": "ready",
  "30000000": "cover_open",
  "10000300": "paper_low",
  "18080000": "offline",
};

const SILENT: StatusAnswers = { printer: null, paper: null, offlineCause: null, error: null };

describe("what a printer says", () => {
  it.each(vectors.dleEot)("$query answered $answer means $means", ({ query, answer }) => {
    expect(decode(answer)).toEqual([{ kind: "status", byte: byteOf(answer) }]);
    const answers = {
      ...SILENT,
      printer: query === "100401" ? byteOf(answer) : query === "100403" ? 0x1a : 0x12,
      paper: query === "100404" ? byteOf(answer) : 0x12,
      offlineCause: query === "100402" ? byteOf(answer) : null,
      error: query === "100403" ? byteOf(answer) : null,
    };
    expect(statusFromAnswers(answers).state).toBe(ANSWERS[`${query}:${answer}`]);
  });

  it.each(vectors.asb)("told unasked $bytes means $means", ({ bytes }) => {
    const [reply, ...more] = decode(bytes);
    expect(more).toEqual([]);
    const status = reply?.kind === "automatic-status" ? reply.status : null;
    expect(status && statusFromAutomatic(status).state).toBe(AUTOMATIC[bytes]);
  });

  it.each(vectors.processId)("$answer says that $id was printed", ({ answer, id }) => {
    expect(decode(answer)).toEqual([{ kind: "process-id", id }]);
  });

  it("means unknown when it says nothing at all", () => {
    expect(statusFromAnswers(SILENT).state).toBe("unknown");
  });

  it("is no fault when it says nothing of the cause", () => {
    expect(statusFromAnswers({ ...SILENT, printer: 0x12 }).state).toBe("ready");
  });

  it("is read the same in whatever pieces it comes", () => {
    const replies = fc.constantFrom(
      "12",
      "1a",
      "7e",
      "18080000",
      "10000300",
      "37224130313200",
      "00",
      "0c",
    );
    fc.assert(
      fc.property(fc.array(replies), fc.array(fc.integer({ min: 1, max: 5 })), (said, cuts) => {
        const bytes = Buffer.from(said.join(""), "hex");
        const decoder = createReplyDecoder();
        const heard: PrinterReply[] = [];
        let at = 0;
        for (const cut of cuts) heard.push(...decoder.push(bytes.subarray(at, (at += cut))));
        heard.push(...decoder.push(bytes.subarray(at)));
        expect(heard).toEqual(said.flatMap(decode));
      }),
    );
  });

  it("is read again right after noise", () => {
    expect(decode("ff9937ff12")).toEqual([{ kind: "status", byte: 0x12 }]);
  });
});

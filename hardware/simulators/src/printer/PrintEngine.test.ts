import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import vectors from "../fixtures/escpos-vectors.json" with { type: "json" };
import { createEscPosParser } from "../parser/createEscPosParser.ts";
import type { PrinterCondition } from "./PrinterCondition.ts";
import { PrintEngine } from "./PrintEngine.ts";

const T0 = 1_795_000_000_000;
const TICKET = "1b401d76300001000200ff811b4a021d564203";

function anEngine(): {
  engine: PrintEngine;
  send: (hex: string) => string;
} {
  const engine = new PrintEngine({ widthDots: 16, feedUnitsPerDot: 1, keep: 3, now: () => T0 });
  const parser = createEscPosParser();
  let heard = "";
  const session = engine.connect((bytes) => {
    heard += Buffer.from(bytes).toString("hex");
  });
  const send = (hex: string): string => {
    heard = "";
    for (const command of parser.push(Buffer.from(hex, "hex"))) session.receive(command);
    return heard;
  };
  return { engine, send };
}

const CONDITIONS: Readonly<Record<string, Partial<PrinterCondition>>> = {
  "100401:12": {},
  "100401:1a": { paper: "out" },
  "100402:16": { cover: "open" },
  "100402:32": { paper: "out" },
  "100403:1a": { cutter: "error" },
  "100404:12": {},
  "100404:1e": { paper: "near" },
  "100404:7e": { paper: "out" },
  "10000000": { paper: "ok" },
  "30000000": { cover: "open" },
  "10000300": { paper: "near" },
  "18080000": { cutter: "error" },
};

describe("the virtual printer", () => {
  it("makes a paper of what stands between two cuts", () => {
    const { engine, send } = anEngine();
    send(TICKET);
    const data = Uint8Array.of(0xff, 0, 0x81, 0, 0, 0, 0, 0);
    expect(engine.papers).toEqual([
      { id: 1, at: T0, raster: { widthDots: 16, heightDots: 4, data } },
    ]);
    expect(engine.faults).toEqual([]);
  });

  it("keeps the last papers only, under their own numbers", () => {
    const { engine, send } = anEngine();
    send(TICKET.repeat(5));
    expect(engine.papers.map(({ id }) => id)).toEqual([3, 4, 5]);
  });

  const askable = vectors.dleEot.filter(({ query, answer }) => `${query}:${answer}` in CONDITIONS);
  it.each(askable)("answers $query by $answer: $means", ({ query, answer }) => {
    const { engine, send } = anEngine();
    engine.setCondition(CONDITIONS[`${query}:${answer}`] ?? {});
    expect(send(query)).toBe(answer);
  });

  it.each(vectors.asb)("tells $bytes at a change, unasked: $means", ({ bytes }) => {
    const { engine } = anEngine();
    const told: string[] = [];
    const session = engine.connect((said) => told.push(Buffer.from(said).toString("hex")));
    session.receive({ kind: "automatic-status", isOn: true });
    engine.setCondition({ paper: "near", cover: "open" });
    engine.setCondition({ paper: "ok", cover: "closed", ...CONDITIONS[bytes] });
    expect([told[0], told.at(-1)]).toEqual(["10000000", bytes]);
    session.end();
    engine.setCondition({ paper: "out" });
    expect(told.length).toBe(3);
  });

  it.each(vectors.processId)("says $answer once $id is printed", ({ command, answer }) => {
    const { send } = anEngine();
    expect(send(TICKET + command)).toBe(answer);
  });

  it.each<Partial<PrinterCondition>>([{ paper: "out" }, { cover: "open" }, { cutter: "error" }])(
    "stands still with %o, and prints what it kept exactly once after the mend",
    (fault) => {
      const { engine, send } = anEngine();
      engine.setCondition(fault);
      expect(send(`${TICKET}1d7201`)).toBe("");
      expect(engine.papers).toEqual([]);
      expect(send("100401")).toBe("1a");
      engine.setCondition({ paper: "ok", cover: "closed", cutter: "ok" });
      expect(engine.papers.length).toBe(1);
    },
  );

  it("runs out of paper in the middle of a ticket and goes on after reloading", () => {
    const { engine, send } = anEngine();
    send(TICKET);
    engine.setCondition({ paperRowsLeft: 1 });
    send(TICKET);
    expect([engine.papers.length, engine.uncutRows, send("100404")]).toEqual([1, 1, "7e"]);
    engine.setCondition({ paper: "ok" });
    expect(engine.papers[1]?.raster).toEqual(engine.papers[0]?.raster);
  });

  it("shows its papers in order, even to a listener that meddles with it", () => {
    const { engine, send } = anEngine();
    engine.setCondition({ paper: "out" });
    send(TICKET.repeat(2));
    const seen: number[] = [];
    engine.onPaper(() => engine.setCondition({ paper: "near" }));
    engine.onPaper(({ id }) => seen.push(id));
    engine.setCondition({ paper: "ok" });
    expect(seen).toEqual([1, 2]);
  });

  it("forgets what it kept when it is told to, and recovers", () => {
    const { engine, send } = anEngine();
    engine.setCondition({ cutter: "error" });
    send(`${TICKET}100502`);
    expect(engine.papers).toEqual([]);
    expect(send("100401")).toBe("12");
    send(TICKET);
    expect(engine.papers.length).toBe(1);
  });

  it("prints and says nothing when it is silent", () => {
    const { engine, send } = anEngine();
    engine.setCondition({ isSilent: true });
    expect(send(`100401${TICKET}1d7201`)).toBe("");
    expect(engine.papers.length).toBe(1);
  });

  it.each([
    ["1d5a02", ["unknown command 1d5a"]],
    ["1b700019c3ba", ["text on the paper from byte ba on"]],
    ["48e56e67", ["text on the paper from byte 48 on"]],
    ["1d286b0300315130", ["command that is not drawn 1d286b0300315130"]],
    ["1d76300003000100ffffff", ["raster of 24 dots on paper of 16"]],
    ["1d384c", ["unknown command 1d38", "text on the paper from byte 4c on"]],
  ])("takes %s as a fault", (hex, faults) => {
    const { engine, send } = anEngine();
    send(hex);
    expect(engine.faults.slice(0, faults.length)).toEqual(faults);
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createVirtualPrinter, type VirtualPrinter } from "@luot/simulators";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseTicketTemplate } from "../layout/parseTicketTemplate.ts";
import { DEFAULT_TEMPLATE } from "../layout/TicketTemplate.ts";
import { TEST_TEMPLATE } from "./testTicket.ts";

const CLI = fileURLToPath(new URL("main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "luot-printer-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let virtual: VirtualPrinter;
beforeEach(async () => {
  virtual = await createVirtualPrinter({ port: 0, host: "127.0.0.1" });
});
afterEach(() => virtual.close());
const address = (): string => `tcp://127.0.0.1:${virtual.port}`;

async function run(
  ...args: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text: Uint8Array) => void (out += String(text)));
  child.stderr.on("data", (text: Uint8Array) => void (err += String(text)));
  const [code]: (number | null)[] = await once(child, "close");
  return { code: code ?? -1, out, err };
}

describe("luot-printer", () => {
  it("prints a test ticket, and has its template pass for a centre's", async () => {
    const { code, out } = await run("test", "--printer", address(), "--beep", "--drawer");
    expect([code, out]).toEqual([0, expect.stringContaining("confirmed")]);
    virtual.assertClean();
    expect(virtual.papers.length).toBe(1);
    expect(parseTicketTemplate(TEST_TEMPLATE).ok).toBe(true);
  });

  it("says of a printer how it is, for a person and for a program", async () => {
    virtual.setCondition({ paper: "near" });
    expect(await run("status", "--printer", address())).toMatchObject({
      code: 0,
      out: expect.stringContaining("the paper ends soon"),
    });
    virtual.setCondition({ paper: "out" });
    const out = await run("status", "--printer", address(), "--json");
    expect([out.code, JSON.parse(out.out)]).toEqual([1, { state: "paper_out", cause: null }]);
  });

  it("has a jammed printer go on", async () => {
    virtual.setCondition({ cutter: "error" });
    const jammed = await run("status", "--printer", address());
    expect([jammed.code, jammed.out]).toEqual([1, expect.stringContaining("luot-printer recover")]);
    expect((await run("recover", "--printer", address())).code).toBe(0);
  });

  it("prints nothing where a printer does not take tickets, and says so", async () => {
    virtual.setCondition({ cover: "open" });
    const { code, out } = await run("test", "--printer", address());
    expect([code, out]).toEqual([1, expect.stringContaining("not_sent")]);
    expect(virtual.papers.length).toBe(0);
  });

  it("begins a template and prints with it, and says where one is wrong", async () => {
    const { out } = await run("template");
    expect(JSON.parse(out)).toEqual(DEFAULT_TEMPLATE);
    const good = join(folder, "good.json");
    writeFileSync(good, out);
    expect((await run("test", "--printer", address(), "--template", good)).code).toBe(0);
    const bad = join(folder, "bad.json");
    writeFileSync(bad, `{"parts":[{"kind":"label","size":"giant"}]}`);
    const refused = await run("test", "--printer", address(), "--template", bad);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("parts[0].size")]);
    expect(virtual.papers.length).toBe(1);
  });

  it("lists the profiles, and says how it is called", async () => {
    expect((await run("profiles")).out).toMatch(/epson-tm-t88 +512 +180/);
    expect(JSON.parse((await run("profiles", "--json")).out)).toHaveProperty(
      "pos-5890.widthDots",
      384,
    );
    expect(await run("--help")).toMatchObject({ code: 0, err: "" });
    const calls = [[], ["fly"], ["status"], ["status", "--printer", "lp0"], ["test", "a"], ["--x"]];
    const codes = await Promise.all(calls.map(async (args) => (await run(...args)).code));
    expect(codes).toEqual([2, 2, 2, 2, 2, 2]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { REGISTER_BOOK } from "@luot/dossier";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bookCsv, bookRows, MARK } from "../dossiers/testing/dossierFiles.ts";
import { runCli } from "../testing/runCli.ts";

const CENTRE = resolve(import.meta.dirname, "../../demo/centre.json");

let data: string;
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "luot-dossier-cli-"));
  const { code, err } = await runCli("settings", "import", CENTRE, "--data", data);
  if (code !== 0) throw new Error(err);
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

describe("luot dossiers, beside a hub that does not run", () => {
  it("takes a file with a mapping of its own, and says how fresh the dossiers are", async () => {
    const file = join(data, "so.csv");
    const mappingFile = join(data, "mapping.json");
    writeFileSync(file, bookCsv(bookRows(12)).replace("Mã hồ sơ", "Số vào sổ"));
    const fields = { ...REGISTER_BOOK.fields, code: { from: ["Số vào sổ"] } };
    writeFileSync(mappingFile, JSON.stringify({ ...REGISTER_BOOK, fields }));
    const options = ["--data", data, "--source", "book"];
    const unknown = await runCli("dossiers", "import", file, ...options);
    expect(unknown).toMatchObject({ code: 1, err: 'There is no source "book".\n' });
    const taken = await runCli("dossiers", "import", file, ...options, "--mapping", mappingFile);
    expect(taken).toMatchObject({ code: 0, err: "" });
    expect(taken.out).toContain("12 added");
    const status = await runCli("dossiers", "status", "--data", data);
    expect(status.out).toMatch(/^12 dossiers, as of 20\d\d-/u);
  });

  it("says where a broken file is broken, and names nobody", async () => {
    const file = join(data, "so.csv");
    writeFileSync(file, bookCsv(bookRows(12)).slice(0, -30));
    const { code, out, err } = await runCli("dossiers", "import", file, "--data", data);
    expect({ code, out, err }).toEqual({
      code: 1,
      out: "",
      err: "Nothing was taken: row_length (row 13).\n",
    });
    expect(err).not.toContain(MARK);
  });

  it("says each fault of a mapping with its place", async () => {
    const file = join(data, "mapping.json");
    writeFileSync(file, JSON.stringify({ ...REGISTER_BOOK, dueTime: "25:00" }));
    const { code, err } = await runCli("dossiers", "mapping", "check", file);
    expect(code).toBe(1);
    expect(err).toContain(`${file}: dueTime: `);
  });
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_TEMPLATE } from "@luot/printer";
import { expect, it } from "vitest";
import { temporaryFolder } from "../testing/engineOn.ts";
import { readTicketTemplate } from "./readTicketTemplate.ts";

function aFile(text: string): string {
  const file = join(temporaryFolder(), "ticket.json");
  writeFileSync(file, text);
  return file;
}

it("takes a centre's own layout, and the usual one without a file", () => {
  const own = { parts: [{ kind: "label", size: "huge" }, { kind: "qr" }] };
  for (const mark of ["", "\uFEFF"])
    expect(readTicketTemplate(aFile(mark + JSON.stringify(own)))).toEqual({ ok: true, value: own });
  expect(readTicketTemplate(null)).toEqual({ ok: true, value: DEFAULT_TEMPLATE });
});

it.each([
  ["{", "can't be read"],
  ["[]", "the document"],
  ['{"parts":[{"kind":"label"},{"kind":"colour"}]}', "parts[1]"],
  [`{"parts":[],"x":"${"y".repeat(70_000)}"}`, "64 KiB"],
])("refuses %s and says where", (text, where) => {
  const read = readTicketTemplate(aFile(text));
  expect(read.ok ? "" : read.error).toContain(where);
});

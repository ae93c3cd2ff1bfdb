import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { TransportError } from "../ByteTransport.ts";
import { createSpoolerTransport } from "./createSpoolerTransport.ts";
import { spoolerCommand } from "./spoolerCommand.ts";

const scriptOf = (name: string): string =>
  Buffer.from(spoolerCommand(name)?.args.at(-1) ?? "", "base64").toString("utf16le");

describe("the command for the Windows spooler", () => {
  it("holds a printer's name in a variable alone, whatever the name is", () => {
    const hostile = `XP-80"; Remove-Item C:\\ -Recurse; '$(calc)' & del`;
    expect(spoolerCommand(hostile)?.env).toEqual({ LUOT_PRINTER: hostile });
    expect(scriptOf(hostile)).toBe(scriptOf("XP-80"));
    expect(JSON.stringify(spoolerCommand(hostile)?.args)).not.toContain("Remove-Item");
  });

  it("sends bytes as they are", () => {
    expect(scriptOf("XP-80")).toContain('Datatype = "RAW"');
    expect(spoolerCommand("XP-80")?.args.slice(0, 2)).toEqual(["-NoProfile", "-NonInteractive"]);
  });

  it.each(["", "  ", "a\nb", "a\u0000b", "x".repeat(221)])("refuses the name %j", (name) => {
    expect(spoolerCommand(name)).toBeNull();
  });
});

describe("the spooler's transport", () => {
  it.each([
    ["\n", "win32", "no printer"],
    ["XP-80", "linux", "Windows"],
  ])("for %j on %s writes nothing and says why", async (printerName, platform, why) => {
    const transport = createSpoolerTransport({ printerName, platform });
    const wish = transport.write(Uint8Array.of(1), new AbortController().signal);
    const failure = await wish.catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(TransportError);
    expect(failure).toMatchObject({ hasWritten: false, message: expect.stringContaining(why) });
  });
});

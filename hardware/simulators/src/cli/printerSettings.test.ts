import { describe, expect, it } from "vitest";
import { GOOD_CONDITION } from "../printer/PrinterCondition.ts";
import { readPrinterSettings } from "./printerSettings.ts";

const read = (line: string): ReturnType<typeof readPrinterSettings> =>
  readPrinterSettings(line.split(" ").filter((word) => word !== ""));

describe("the command line of the virtual printer", () => {
  it("asks for a printer in good condition when it says nothing", () => {
    const size = { widthDots: 576, feedUnitsPerDot: 1, keep: 200, isStrict: false };
    const { cover: _, cutter: __, ...condition } = GOOD_CONDITION;
    const value = { port: 9110, webPort: 9111, ...size, condition };
    expect(read("")).toEqual({ ok: true, value });
  });

  it("asks for every trouble that the printer knows", () => {
    const settings = read(
      "--port 0 --width 384 --feed-units 2 --strict --paper near --paper-mm 25.4 --cover-mm 50.8 " +
        "--dpi 180 --silent --clone --ms-per-byte 1.04 --reply-delay 300 --replies reversed " +
        "--lose 5000:200 --drop-after 9000",
    );
    expect(settings.ok && settings.value).toMatchObject({
      port: 0,
      widthDots: 384,
      feedUnitsPerDot: 2,
      isStrict: true,
      condition: {
        paper: "near",
        paperRowsLeft: 180,
        coverRowsLeft: 360,
        isSilent: true,
        isClone: true,
        msPerByte: 1.04,
        replyDelayMs: 300,
        replies: "reversed",
        loss: { afterBytes: 5000, bytes: 200 },
        dropAfterBytes: 9000,
      },
    });
  });

  it.each([
    ["--port x", "--port is 0 to 65535"],
    ["--port 65536", "--port is 0 to 65535"],
    ["--port 1.5", "--port is"],
    ["--width 577", "a multiple of 8"],
    ["--keep 0", "--keep is 1"],
    ["--paper gone", "--paper is ok, near, out"],
    ["--paper-mm -1", "paper-mm"],
    ["--paper-mm 0", "--paper-mm is 1"],
    ["--replies thrice", "--replies is once, twice, reversed"],
    ["--lose 5", "--lose is AFTER:BYTES"],
    ["--lose 5:0", "--lose is AFTER:BYTES"],
    ["--ms-per-byte fast", "--ms-per-byte is 0 to 1000"],
    ["--ms-per-byte=", "--ms-per-byte is 0 to 1000"],
    ["--colour", "--colour"],
  ])("refuses '%s' and says why", (line, why) => {
    const settings = read(line);
    expect(settings.ok ? "taken" : settings.error).toContain(why);
  });
});

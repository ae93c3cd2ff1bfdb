import { invariant } from "@luot/kit";
import { createVirtualPrinter } from "../createVirtualPrinter.ts";
import { createPrinterWeb } from "./createPrinterWeb.ts";
import { type PrinterSettings, readPrinterSettings } from "./printerSettings.ts";

const HELP = `Usage: npm run simulate:printer -- [options]

Runs a virtual receipt printer on 127.0.0.1 and shows its paper over HTTP.

Options:
  --port N            TCP port for ESC/POS, 0 for a free one (9110)
  --web-port N        HTTP port, 0 for a free one (9111)
  --width N           paper width in dots, a multiple of 8 (576)
  --feed-units N      vertical motion units of a dot, 2 for Epson (1)
  --keep N            how many papers to keep in memory (200)
  --strict            end with exit code 1 when anything but clean ESC/POS came
  --help              this text

Trouble, from the start (POST /condition changes it later):
  --paper STATE       ok, near, out
  --paper-mm N        paper is out after so much of it
  --cover-mm N        the cover opens after so much paper
  --dpi N             dots an inch, for the two above (203)
  --silent            prints and answers nothing
  --clone             answers DLE EOT 1 and 4 and GS r 1 alone
  --ms-per-byte N     reads so slowly: 1.04 is 9,600 Bd, 0.087 is 115,200 Bd
  --reply-delay MS    every reply comes late
  --replies HOW       once, twice, reversed
  --lose AFTER:BYTES  a stretch of the stream is lost while the cable holds
  --drop-after BYTES  all cables are cut, once

HTTP:
  GET  /roll.json      papers, oldest first, with the printer's condition and faults
  GET  /paper/ID.png   one paper
  POST /condition      {"paper":"ok|near|out","cover":"closed|open","cutter":"ok|error",
                        "isSilent":false,"isClone":false,"paperRowsLeft":null,
                        "coverRowsLeft":null,"dropAfterBytes":null,
                        "loss":{"afterBytes":0,"bytes":1},"msPerByte":0,"replyDelayMs":0,
                        "replies":"once|twice|reversed"}

When both listen, it prints one line: {"ready":true,"port":9110,"webPort":9111}
`;
const HOST = "127.0.0.1";

async function main(): Promise<void> {
  if (process.argv.includes("--help")) return void process.stdout.write(HELP);
  const settings = readPrinterSettings(process.argv.slice(2));
  if (!settings.ok) {
    process.stderr.write(`${settings.error}\n\n${HELP}`);
    process.exitCode = 2;
    return;
  }
  await run(settings.value);
}

async function run(settings: PrinterSettings): Promise<void> {
  const { port, webPort, widthDots, feedUnitsPerDot, keep, isStrict, condition } = settings;
  const printer = await createVirtualPrinter({
    port,
    host: HOST,
    widthDots,
    feedUnitsPerDot,
    keep,
  });
  printer.setCondition(condition);
  const web = createPrinterWeb(printer);
  try {
    await web.listen({ port: webPort, host: HOST });
  } catch (cause) {
    await printer.close();
    throw cause;
  }
  const address = web.server.address();
  invariant(typeof address === "object" && address !== null, "a TCP server has an address");
  const ready = { ready: true, port: printer.port, webPort: address.port };
  const stop = (): void => {
    if (isStrict && printer.faults.length > 0) {
      process.stderr.write(`${printer.faults.join("\n")}\n`);
      process.exitCode = 1;
    }
    // With nothing left to listen to, the process ends by itself.
    void Promise.all([printer.close(), web.close()]);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

try {
  await main();
} catch (cause) {
  const isTaken = cause instanceof Error && "code" in cause && cause.code === "EADDRINUSE";
  if (!isTaken) throw cause;
  process.stderr.write("A port is in use by another program: choose --port and --web-port.\n");
  process.exitCode = 1;
}

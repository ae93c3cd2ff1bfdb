import { parseArgs } from "node:util";
import { err, invariant, ok, type Result } from "@luot/kit";
import { createVirtualPrinter } from "../createVirtualPrinter.ts";
import { createPrinterWeb } from "./createPrinterWeb.ts";

const HELP = `Usage: node hardware/simulators/src/cli/printer.ts [options]

Runs a virtual receipt printer on 127.0.0.1 and shows its paper over HTTP.

Options:
  --port N      TCP port for ESC/POS, 0 for a free one (9110)
  --web-port N  HTTP port, 0 for a free one (9111)
  --width N     paper width in dots, a multiple of 8 (576)
  --keep N      how many papers to keep in memory (200)
  --help        this text

HTTP:
  GET  /roll.json      papers, oldest first, with the printer's condition and faults
  GET  /paper/ID.png   one paper
  POST /condition      {"paper":"ok|near|out","cover":"closed|open","cutter":"ok|error",
                        "isSilent":false,"paperRowsLeft":null,"dropAfterBytes":null}

When both listen, it prints one line: {"ready":true,"port":9110,"webPort":9111}
`;
const HOST = "127.0.0.1";

const isPort = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 65_536;

interface Settings {
  readonly port: number;
  readonly webPort: number;
  readonly widthDots: number;
  readonly keep: number;
}

async function main(): Promise<void> {
  if (process.argv.includes("--help")) return void process.stdout.write(HELP);
  const settings = readSettings(process.argv.slice(2));
  if (!settings.ok) {
    process.stderr.write(`${settings.error}\n\n${HELP}`);
    process.exitCode = 2;
    return;
  }
  await run(settings.value);
}

function readSettings(args: readonly string[]): Result<Settings, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "9110" },
        "web-port": { type: "string", default: "9111" },
        width: { type: "string", default: "576" },
        keep: { type: "string", default: "200" },
      },
    });
    const settings = {
      port: Number(values.port),
      webPort: Number(values["web-port"]),
      widthDots: Number(values.width),
      keep: Number(values.keep),
    };
    if (!isPort(settings.port) || !isPort(settings.webPort)) return err("A port is 0 to 65535.");
    if (!(settings.widthDots > 0 && settings.widthDots % 8 === 0))
      return err("A width is a multiple of 8.");
    if (!(Number.isInteger(settings.keep) && settings.keep > 0))
      return err("Keep at least 1 paper.");
    return ok(settings);
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}

async function run({ port, webPort, widthDots, keep }: Settings): Promise<void> {
  const printer = await createVirtualPrinter({ port, host: HOST, widthDots, keep });
  const web = createPrinterWeb(printer);
  await web.listen({ port: webPort, host: HOST });
  const address = web.server.address();
  invariant(typeof address === "object" && address !== null, "a TCP server has an address");
  const ready = { ready: true, port: printer.port, webPort: address.port };
  const stop = (): void => {
    // With nothing left to listen to, the process ends by itself.
    void Promise.all([printer.close(), web.close()]);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

await main();

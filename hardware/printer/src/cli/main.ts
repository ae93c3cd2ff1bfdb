#!/usr/bin/env node
import { parseArgs } from "node:util";
import { parsePrinterAddress } from "../parsePrinterAddress.ts";

const HELP = `Usage: luot-printer COMMAND [options]

Commands:
  status     ask a printer how it is
  test       print a test ticket with every Vietnamese letter
  recover    have a printer go on after a cutter jam that was cleared
  profiles   the known printers, by the names that an address takes
  template   the default layout of a ticket as JSON, to begin a template with

Options of status, test and recover:
  --printer ADDRESS  tcp://192.0.2.20:9100/xprinter-80, usb:/dev/usb/lp1?profile=generic-80,
                     serial:/dev/ttyUSB0?baud=115200, serial:COM3, windows:XP-80C

Options of status and profiles:
  --json             one JSON object for a program to read

Options of test:
  --template FILE    a centre's template instead
  --beep             beep as well, where the model does
  --drawer           open the drawer as well, where the model has one

  --help

Exit codes: 0 ready or printed, 1 the printer does not take tickets, 2 the call was wrong,
            3 the ticket was sent and the printer did not say that it came out
`;

const OPTIONS = {
  help: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  printer: { type: "string" },
  template: { type: "string" },
  beep: { type: "boolean", default: false },
  drawer: { type: "boolean", default: false },
} as const;
const TEST_BEEP = { times: 2, ms: 200 };

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
}
type Values = ReturnType<typeof parse>["values"];

function wrong(why: string): number {
  process.stderr.write(`${why}\nSee luot-printer --help.\n`);
  return 2;
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

async function main(args: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (cause) {
    return wrong(cause instanceof Error ? cause.message : String(cause));
  }
  const { values, positionals } = parsed;
  if (values.help) return say(HELP);
  const [command, extra] = positionals;
  if (extra !== undefined) return wrong(`What is '${extra}'?`);
  switch (command) {
    case undefined:
      return wrong("No command was given.");
    case "profiles":
      return values.json
        ? say(
            `${JSON.stringify((await import("../printerProfiles.ts")).PRINTER_PROFILES, null, 2)}\n`,
          )
        : say((await import("./describeProfiles.ts")).describeProfiles());
    case "template": {
      const { DEFAULT_TEMPLATE } = await import("../layout/TicketTemplate.ts");
      return say(`${JSON.stringify(DEFAULT_TEMPLATE, null, 2)}\n`);
    }
    case "status":
    case "recover":
    case "test":
      return ask(command, values);
    default:
      return wrong(`Unknown command: ${command}`);
  }
}

async function ask(command: "status" | "recover" | "test", values: Values): Promise<number> {
  if (values.printer === undefined) return wrong("--printer says which one.");
  const address = parsePrinterAddress(values.printer);
  if (!address.ok) return wrong(address.error);
  if (address.value.kind === "windows" && process.platform !== "win32")
    return wrong("windows: printers are Windows' alone; here it is tcp:, usb: or serial:.");
  if (command !== "test") {
    const { statusCommand } = await import("./statusCommand.ts");
    const recovers = command === "recover";
    return statusCommand(address.value, { isJson: values.json, recovers });
  }
  const { testCommand } = await import("./testCommand.ts");
  const extras = { ...(values.beep ? { beep: TEST_BEEP } : {}), opensDrawer: values.drawer };
  return testCommand(address.value, { templateFile: values.template ?? null, extras });
}

process.exitCode = await main(process.argv.slice(2));

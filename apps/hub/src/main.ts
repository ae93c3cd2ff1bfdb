#!/usr/bin/env node
import { parseArgs } from "node:util";
import { versionOfHub } from "./cli/versionOfHub.ts";

const HELP = `Usage: luot COMMAND [options]

Commands:
  start                        run the hub until it is told to end
  settings check FILE          say every fault of a settings file, with its line
  settings import FILE         store it as the next version and bring it into force
  settings export [FILE]       write the newest version, to the terminal without FILE
  catalogue import FILE        take a catalogue of procedures in place of the one before
  pair CODE --role ROLE        confirm the code a device shows (kiosk, counter, display)
  officer add USER             make an account, or give it new secrets (--role, --name,
                               --rights call_chosen,open_holder)
  dossiers import FILE         take a file of dossiers, wholly or not at all (--source, --mapping)
  dossiers status              how many there are, how fresh, and from where
  dossiers mapping check FILE  say every fault of a mapping, with its place
  dossiers push-key SOURCE     make a new key for who sends dossiers
  journal verify               check the whole journal for damage or tampering

Options:
  --data DIR          data folder (./data, or the variable LUOT_DATA)
  --help, --version

Options of start:
  --port N            7410; 0 takes a free one
  --host HOST         127.0.0.1; 0.0.0.0 to be reached from the LAN
  --no-announce       do not tell the LAN (mDNS) that the hub is here; on 127.0.0.1 it never does
  --settings FILE     settings for a new data folder
  --demo              the demonstration centre, with accounts made anew at each start
  --printer ADDRESS   tcp://HOST[:PORT][/PROFILE], usb:/dev/usb/lp1, serial:COM3, windows:NAME, for
                      kiosks that are a browser page
  --ticket FILE       the centre's own layout of its tickets, see hardware/printer/README.md
  --roll METRES       length of a new paper roll (60), 0 not to count it
  --printer-roll URL  where a virtual printer shows its papers
  --public-url URL    base of the address in a ticket's QR code
  --limits load-test  no rate limits, for load tests alone; screens are told

Options of pair:
  --name NAME  --counter ID  --zone ID

Options of dossiers import:
  --source ID     the source the file belongs to (files)
  --mapping FILE  how that source's files are read from now on

Exit codes: 0 done, 1 it could not be done, 2 the call was wrong.`;

const OPTIONS = {
  data: { type: "string" },
  help: { type: "boolean" },
  version: { type: "boolean" },
  port: { type: "string" },
  host: { type: "string" },
  "no-announce": { type: "boolean" },
  settings: { type: "string" },
  demo: { type: "boolean" },
  printer: { type: "string" },
  ticket: { type: "string" },
  roll: { type: "string" },
  "printer-roll": { type: "string" },
  "public-url": { type: "string" },
  limits: { type: "string" },
  role: { type: "string" },
  name: { type: "string" },
  rights: { type: "string" },
  counter: { type: "string" },
  zone: { type: "string" },
  source: { type: "string" },
  mapping: { type: "string" },
} as const;

type Values = ReturnType<typeof parse>["values"];

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
}

function wrong(message: string): number {
  console.error(`${message}\nSee: luot --help`);
  return 2;
}

async function main(args: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (cause) {
    return wrong(cause instanceof Error ? cause.message : String(cause));
  }
  const { values, positionals } = parsed;
  if (values.version === true) {
    console.log(versionOfHub());
    return 0;
  }
  if (values.help === true) {
    console.log(HELP);
    return 0;
  }
  return run(positionals, values);
}

/** Each command loads its own parts alone, so that a small one does not wait for the whole hub. */
async function run(words: readonly string[], values: Values): Promise<number> {
  const [command, verb, subject] = words;
  const data = values.data ?? process.env["LUOT_DATA"] ?? "data";
  if (command === "dossiers") return dossiers(words.slice(1), values, data);
  if (command === "start") return start(values, data);
  if (command === "pair" && verb !== undefined) return pair(verb, values, data);
  if (command === "settings" && verb !== undefined) return settings(verb, subject ?? null, data);
  if (command === "catalogue" && verb === "import" && subject !== undefined)
    return (await import("./cli/catalogueCommand.ts")).catalogueCommand(subject, data);
  if (command === "journal" && verb === "verify")
    return (await import("./cli/journalCommand.ts")).journalCommand(data);
  if (command === "officer" && verb === "add" && subject !== undefined) {
    const { officerCommand } = await import("./cli/officerCommand.ts");
    const { role = "officer", name = "", rights = "" } = values;
    const account = { role, name, rights };
    return officerCommand(subject, account, data);
  }
  return wrong(
    command === undefined ? "No command was given." : `Unknown call: ${command} ${verb ?? ""}`,
  );
}

async function settings(verb: string, file: string | null, data: string): Promise<number> {
  const { checkCommand, exportCommand, importCommand } = await import("./cli/settingsCommands.ts");
  if (verb === "export") return exportCommand(file, data);
  if (verb === "check" && file !== null) return checkCommand(file);
  if (verb === "import" && file !== null) return importCommand(file, data);
  return wrong(`Unknown call: settings ${verb}`);
}

async function dossiers(
  [verb, subject, file]: readonly string[],
  values: Values,
  data: string,
): Promise<number> {
  const commands = await import("./cli/dossierCommands.ts");
  if (verb === "status") return commands.dossierStatus(data);
  if (verb === "import" && subject !== undefined) {
    const source = values.source ?? "files";
    return commands.importDossiers(
      { file: subject, source, mappingFile: values.mapping ?? null },
      data,
    );
  }
  if (verb === "mapping" && subject === "check" && file !== undefined)
    return commands.checkMappingFile(file);
  if (verb === "push-key" && subject !== undefined) return commands.pushKeyCommand(subject, data);
  return wrong(`Unknown call: dossiers ${verb ?? ""}`);
}

async function start(values: Values, data: string): Promise<number> {
  const port = Number(values.port ?? "7410");
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return wrong(`--port takes a number from 0 to 65535, not '${values.port}'`);
  if (values.limits !== undefined && values.limits !== "load-test")
    return wrong(`--limits takes load-test, not '${values.limits}'`);
  const { parsePrinterAddress } = await import("@luot/printer");
  const address = values.printer === undefined ? null : parsePrinterAddress(values.printer);
  if (address !== null && !address.ok) return wrong(`--printer: ${address.error}`);
  const printer = address === null ? null : address.value;
  const rollM = Number(values.roll ?? "60");
  if (!(rollM >= 0 && rollM <= 1_000))
    return wrong(`--roll takes metres from 0 to 1000, not '${values.roll}'`);
  const { readTicketTemplate } = await import("./cli/readTicketTemplate.ts");
  const template = readTicketTemplate(values.ticket ?? null);
  if (!template.ok) return wrong(`--ticket: ${template.error}`);
  const { startCommand } = await import("./cli/startCommand.ts");
  return startCommand({
    data,
    host: values.host ?? "127.0.0.1",
    port,
    isDemo: values.demo === true,
    settingsFile: values.settings ?? null,
    printer,
    ticketTemplate: template.value,
    rollMm: rollM * 1_000,
    printerRollUrl: values["printer-roll"] ?? null,
    publicUrl: values["public-url"]?.replace(/\/$/, "") ?? null,
    isLoadTest: values.limits === "load-test",
    isAnnounced: values["no-announce"] !== true,
  });
}

async function pair(code: string, values: Values, data: string): Promise<number> {
  if (!/^\d{6}$/.test(code)) return wrong("The code has six digits, as the device shows it.");
  const role = values.role ?? "";
  if (!["kiosk", "counter", "display"].includes(role))
    return wrong("--role takes kiosk, counter or display.");
  const counterId = values.counter ?? null;
  const name = values.name ?? (counterId === null ? role : `${role} ${counterId}`);
  const { pairCommand } = await import("./cli/pairCommand.ts");
  return pairCommand({ code, role, name, counterId, zone: values.zone ?? null }, data);
}

process.exitCode = await main(process.argv.slice(2));

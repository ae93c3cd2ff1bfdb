#!/usr/bin/env node
import { parseArgs } from "node:util";
import { HID_POS_PROFILES, isHidPosProfileName } from "../codec/hidPosProfiles.ts";

const HELP = `Usage: luot-scanner COMMAND [options]

Commands:
  list         what is plugged in, what of it is a scanner, and what to do when none is
  test         print what a scanner reads, until Ctrl+C
  udev-rules   print the rules that let a user read scanners on Linux

Options of list and test:
  --json             one JSON object for a program to read

Options of test:
  --scanner ADDRESS  hid (the first scanner in HID POS mode), hid:0c2e:0b81,
                     serial:/dev/ttyACM0?baud=115200, serial:COM3, tcp://127.0.0.1:9120
  --profile NAME     auto (by the vendor), ${Object.keys(HID_POS_PROFILES).join(", ")}
  --show-text        show the whole text; without it only its first 4 characters,
                     because the code on a citizen card is personal data
  --for SECONDS      end by itself

  --help

Exit codes: 0 done, 1 no scanner was found or could be opened, 2 the call was wrong.
`;

const OPTIONS = {
  help: { type: "boolean" },
  json: { type: "boolean" },
  scanner: { type: "string" },
  profile: { type: "string" },
  "show-text": { type: "boolean" },
  for: { type: "string" },
} as const;

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
}
type Values = ReturnType<typeof parse>["values"];

function wrong(why: string): number {
  process.stderr.write(`${why}\nSee luot-scanner --help.\n`);
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
  if (values.help === true) {
    process.stdout.write(HELP);
    return 0;
  }
  const [command, extra] = positionals;
  if (extra !== undefined) return wrong(`What is '${extra}'?`);
  return run(command, values);
}

async function run(command: string | undefined, values: Values): Promise<number> {
  const isJson = values.json === true;
  if (command === "list") return (await import("./listCommand.ts")).listCommand({ isJson });
  if (command === "udev-rules") return (await import("./udevRulesCommand.ts")).udevRulesCommand();
  if (command === "test") return test(values, isJson);
  return wrong(command === undefined ? "No command was given." : `Unknown command: ${command}`);
}

async function test(values: Values, isJson: boolean): Promise<number> {
  const name = values.profile ?? "auto";
  if (name !== "auto" && !isHidPosProfileName(name))
    return wrong(`--profile takes auto or a name, not '${name}'`);
  const seconds = values.for === undefined ? null : Number(values.for);
  if (seconds !== null && !(seconds > 0 && seconds <= 86_400))
    return wrong(`--for takes seconds from 1 to 86400, not '${values.for}'`);
  const { testCommand } = await import("./testCommand.ts");
  return testCommand({
    address: values.scanner ?? "hid",
    profile: name === "auto" ? "auto" : HID_POS_PROFILES[name],
    isTextShown: values["show-text"] === true,
    isJson,
    forMs: seconds === null ? null : seconds * 1000,
  });
}

process.exitCode = await main(process.argv.slice(2));

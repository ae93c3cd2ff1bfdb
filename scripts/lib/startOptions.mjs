import path from "node:path";
import { parseArguments } from "./arguments.mjs";

const DEFAULT_PORT = 7410;
/** Handed on to the hub as they are. */
const HUB_OPTIONS = ["printer", "ticket", "roll", "public-url"];

export const START_HELP = `Usage: npm start -- [options]

Starts Lượt on this machine: builds the screens when they are out of date, then starts the hub and,
as a demonstration, a day's worth of settings and a virtual ticket printer.

Options:
  --port N        port of the hub (${DEFAULT_PORT}); 0 takes any free one
  --host HOST     address the hub listens on (127.0.0.1; with --production 0.0.0.0)
  --data DIR      folder of settings and data (./data, or the variable LUOT_DATA)
  --no-open       do not open the browser
  --no-printer    no virtual printer
  --printer ADDR  a real ticket printer instead: tcp://HOST/PROFILE, usb:/dev/luot-printer, serial:COM3 …
  --ticket FILE   the centre's own layout of its tickets
  --roll METRES   length of a new paper roll (60), 0 not to count it
  --public-url U  base of the address in a ticket's QR code, as phones reach this hub
  --no-announce   do not tell the LAN (mDNS) that the hub is here
  --production    no demonstration: no made-up settings, no virtual printer
  --help          this text`;

/**
 * Reads the options of `npm start`. Pure.
 *
 * @param {readonly string[]} args without the program and the script
 * @param {{ env: Readonly<Record<string, string | undefined>>, root: string, cwd: string }} place
 *   a `--data` folder is taken from `cwd`, the default one from the repository's `root`
 * @returns {{ kind: "help" } | { kind: "wrong", message: string } |
 *   { kind: "start", options: StartOptions }}
 * @typedef {{ port: number, host: string, data: string, hasPrinter: boolean, isDemo: boolean,
 *   opensBrowser: boolean, forHub: readonly string[] }} StartOptions `forHub`: options that the hub
 *   itself reads and checks
 */
export function parseStartOptions(args, place) {
  const parsed = parseArguments(args, {
    port: { type: "string" },
    host: { type: "string" },
    data: { type: "string" },
    "no-open": { type: "boolean" },
    "no-printer": { type: "boolean" },
    ...Object.fromEntries(HUB_OPTIONS.map((name) => [name, { type: "string" }])),
    "no-announce": { type: "boolean" },
    production: { type: "boolean" },
    help: { type: "boolean" },
  });
  if (!parsed.ok) return { kind: "wrong", message: parsed.message };
  const { values } = parsed;
  if (values.help) return { kind: "help" };
  if (parsed.rest.length > 0)
    return { kind: "wrong", message: `Unknown argument '${parsed.rest[0]}'` };
  const port = typeof values.port === "string" ? values.port : String(DEFAULT_PORT);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return { kind: "wrong", message: `--port takes a number from 0 to 65535, not '${port}'` };
  for (const name of ["host", "data", ...HUB_OPTIONS])
    if (values[name] === "") return { kind: "wrong", message: `--${name} must not be empty` };

  const isDemo = values.production !== true;
  return {
    kind: "start",
    options: {
      port: Number(port),
      // A demonstration has well-known passwords: it stays on this machine unless asked otherwise.
      host: values.host ?? (isDemo ? "127.0.0.1" : "0.0.0.0"),
      data: dataFolder(values.data, place),
      hasPrinter: isDemo && values["no-printer"] !== true && values.printer === undefined,
      isDemo,
      opensBrowser: values["no-open"] !== true,
      forHub: [
        ...HUB_OPTIONS.flatMap((name) => hubOption(name, values[name], place)),
        ...(values["no-announce"] === true ? ["--no-announce"] : []),
      ],
    },
  };
}

/** A file is named from where the person stands; the hub runs from the repository's root. */
function hubOption(name, value, { cwd }) {
  if (value === undefined) return [];
  return [`--${name}`, name === "ticket" ? path.resolve(cwd, value) : value];
}

function dataFolder(named, { env, root, cwd }) {
  if (named !== undefined) return path.resolve(cwd, named);
  const fromEnv = env["LUOT_DATA"];
  if (fromEnv !== undefined && fromEnv !== "") return path.resolve(cwd, fromEnv);
  return path.join(root, "data");
}

/**
 * What the hub is started with. Pure.
 *
 * @param {StartOptions} options
 * @param {{ port: number, webPort: number } | null} printer the virtual printer, when there is one
 * @returns {string[]} arguments of `apps/hub/src/main.ts`
 */
export function hubArguments(options, printer) {
  const args = ["start", "--port", String(options.port), "--data", options.data];
  args.push("--host", options.host);
  if (options.isDemo) args.push("--demo");
  args.push(...options.forHub);
  if (printer !== null) {
    args.push("--printer", `tcp://127.0.0.1:${printer.port}`);
    args.push("--printer-roll", `http://127.0.0.1:${printer.webPort}`);
  }
  return args;
}

/**
 * Where this machine reaches a hub that listens on `host`. Pure.
 *
 * @param {string} host
 * @param {number} port
 * @returns {string} like `http://localhost:7410`
 */
export function hubUrl(host, port) {
  const isHere = ["0.0.0.0", "::", "127.0.0.1", "::1", "localhost"].includes(host);
  if (isHere) return `http://${host === "::1" ? "[::1]" : "localhost"}:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/**
 * The command that opens a page in the user's browser. Pure.
 *
 * @param {string} url
 * @param {{ platform: string, env: Readonly<Record<string, string | undefined>> }} machine
 * @returns {{ file: string, args: string[] } | null} null where nobody would see it
 */
export function openCommand(url, { platform, env }) {
  if (env["CI"] !== undefined && env["CI"] !== "" && env["CI"] !== "false") return null;
  if (platform === "darwin") return { file: "open", args: [url] };
  // `start` takes its first quoted argument for a window title.
  if (platform === "win32") return { file: "cmd", args: ["/c", "start", "", url] };
  const hasDisplay = Boolean(env["DISPLAY"]) || Boolean(env["WAYLAND_DISPLAY"]);
  return hasDisplay ? { file: "xdg-open", args: [url] } : null;
}

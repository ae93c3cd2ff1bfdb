import { isIPv4 } from "node:net";

/** One network of the machine by its own address there, and another port than that of mDNS. */
export type FindOn =
  | Record<string, never>
  | { readonly interface: string; readonly bind: "0.0.0.0"; readonly port?: number };

/** What whoever set the machine up may say on the command line. */
export interface ShellArguments {
  /** `--hub=ADDRESS`: the hub, kept in place of the one before; as typed, not looked at yet. */
  readonly hub: string | null;
  /** `--counter=ID` and `--zone=ID`: the place this machine is for, kept; not looked at yet. */
  readonly counterId: string | null;
  readonly zone: string | null;
  /** `--printer=ADDRESS` and `--scanner=ADDRESS`, or `none`: the devices, kept; not looked at yet. */
  readonly printer: string | null;
  readonly scanner: string | null;
  /** `--user-data-dir=FOLDER`: where settings and tokens are, in place of the system's own. */
  readonly userData: string | null;
  /** `--sleep=HH:mm-HH:mm` or `none`: when a wall is dark, kept; not looked at yet. */
  readonly sleep: string | null;
  /** `--help`: say what there is, and end. */
  readonly isHelp: boolean;
  /** `--set-pin`: keep the PIN that comes on the standard input, and end. */
  readonly isSetPin: boolean;
  /** `--find-on=ADDRESS[:PORT]`: the network on which hubs are looked for; all of them without. */
  readonly findOn: FindOn;
  /** `--development`: developer tools and an ordinary window; an installed app does not know it. */
  readonly isDevelopment: boolean;
}

/**
 * Reads the command line. What it does not know is Chromium's or Electron's own. Pure.
 *
 * @param argv as `process.argv`
 */
export function readArguments(argv: readonly string[], isPackaged: boolean): ShellArguments {
  const valueOf = (name: string): string | null => {
    const found = argv.find((word) => word.startsWith(`--${name}=`));
    return found === undefined ? null : found.slice(name.length + 3);
  };
  return {
    hub: valueOf("hub"),
    counterId: valueOf("counter"),
    zone: valueOf("zone"),
    printer: valueOf("printer"),
    scanner: valueOf("scanner"),
    userData: valueOf("user-data-dir"),
    sleep: valueOf("sleep"),
    isHelp: argv.includes("--help"),
    isSetPin: argv.includes("--set-pin"),
    findOn: readFindOn(valueOf("find-on")),
    isDevelopment: !isPackaged && argv.includes("--development"),
  };
}

/** What is no address means every network. */
function readFindOn(text: string | null): FindOn {
  const [, address, port] = /^([\d.]+)(?::(\d+))?$/u.exec(text ?? "") ?? [];
  if (address === undefined || !isIPv4(address)) return {};
  const network = { interface: address, bind: "0.0.0.0" } as const;
  return port === undefined ? network : { ...network, port: Number(port) };
}

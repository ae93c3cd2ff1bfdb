import type { WindowLook } from "../window/createLockedWindow.ts";

type Option = readonly [option: string, what: string];

const PLACES: Readonly<Record<WindowLook, readonly Option[]>> = {
  kiosk: [
    [
      "--printer=ADDRESS|none",
      "the kiosk's own printer: tcp://HOST[:PORT], usb:/dev/luot-printer,\nserial:COM3, windows:NAME",
    ],
    ["--scanner=ADDRESS|none", "the kiosk's scanner: hid, serial:PATH"],
  ],
  wall: [
    ["--counter=ID --zone=ID", "the counter or zone this machine is for"],
    ["--sleep=18:00-06:30|none", "when the wall is dark"],
  ],
  desk: [["--counter=ID", "the counter this machine is for"]],
};

const SET_PIN: Option = [
  "--set-pin",
  "keep the administrator's PIN that comes on the standard input, and end",
];

const LOCKED_END = `Closing: five taps in the top left corner (or Ctrl+Alt+Shift+L), then the administrator's PIN.
Exit codes: 0 ended, 40 closed on purpose by the administrator.`;

const DESK_END = `Closing: as any other window.
Exit codes: 0 ended.`;

/**
 * What `--help` of an app prints: what is of use to it. Pure.
 *
 * @param name the command, e.g. `luot-kiosk`
 */
export function helpText(name: string, look: WindowLook): string {
  const options: readonly Option[] = [
    ["--hub=ADDRESS", "the hub, e.g. 192.168.1.10 or http://hub.local:7410"],
    ...PLACES[look],
    ...(look === "desk" ? [] : [SET_PIN]),
    ["--find-on=ADDRESS[:PORT]", "look for hubs on one network of this machine alone"],
    ["--user-data-dir=FOLDER", "keep settings, token and log elsewhere"],
    ["--help", "this text"],
  ];
  return `Usage: ${name} [options]

What is given is kept: it need not be given again.
${options.map(lineOf).join("\n")}

${look === "desk" ? DESK_END : LOCKED_END}
`;
}

function lineOf([option, what]: Option): string {
  return `  ${option.padEnd(26)} ${what.replace("\n", `\n${" ".repeat(29)}`)}`;
}

/** What `--help` of an app prints. @param name the command, e.g. `luot-kiosk` */
export function helpText(name: string): string {
  return `Usage: ${name} [options]

What is given is kept: it need not be given again.
  --hub=ADDRESS              the hub, e.g. 192.168.1.10 or http://hub.local:7410
  --counter=ID --zone=ID     the counter or zone this machine is for
  --printer=ADDRESS|none     a kiosk's own printer: tcp://HOST[:PORT], usb:/dev/luot-printer,
                             serial:COM3, windows:NAME
  --scanner=ADDRESS|none     a kiosk's scanner: hid, serial:PATH
  --sleep=18:00-06:30|none   when a wall is dark
  --set-pin                  keep the administrator's PIN that comes on the standard input, and end
  --find-on=ADDRESS[:PORT]   look for hubs on one network of this machine alone
  --user-data-dir=FOLDER     keep settings, token and log elsewhere
  --help                     this text

Closing: five taps in the top left corner (or Ctrl+Alt+Shift+L), then the administrator's PIN.
Exit codes: 0 ended, 40 closed on purpose by the administrator.
`;
}

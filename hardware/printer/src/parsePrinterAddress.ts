import { err, ok, type Result } from "@luot/kit";
import { PRINTER_PROFILES, type PrinterProfileId } from "./printerProfiles.ts";

/** Where a printer is and what it is, as an administrator writes it. */
export type PrinterAddress = {
  readonly profile: PrinterProfileId;
} & (
  | { readonly kind: "tcp"; readonly host: string; readonly port: number }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "serial"; readonly path: string; readonly baudRate: number }
  | { readonly kind: "windows"; readonly printerName: string }
);

const MAX_CHARACTERS = 300;
const DEVICE_PATH = /^\/dev\/[\w./-]{1,200}$/;
const SERIAL_PATH = /^(?:\/dev\/[\w./-]{1,200}|COM\d{1,3})$/;
const SLOWEST_BAUD = 115_200;
const HELP =
  "tcp://HOST[:PORT][/PROFILE], usb:/dev/usb/lp1, serial:/dev/ttyUSB0?baud=115200, serial:COM3 or " +
  "windows:NAME, each with ?profile=PROFILE";

/**
 * Reads an address: `tcp://192.0.2.20:9100/xprinter-80`, `usb:/dev/usb/lp1?profile=generic-80`,
 * `serial:COM3?baud=115200`, `windows:XP-80C`. The profile is `generic-80` when none is named.
 *
 * @returns what is wrong and what it may be, when it is none
 */
export function parsePrinterAddress(text: string): Result<PrinterAddress, string> {
  if (text.length > MAX_CHARACTERS) return err(`A printer's address is ${HELP}.`);
  const [, scheme = "", rest = ""] = /^(tcp|usb|serial|windows):(.*)$/s.exec(text) ?? [];
  if (scheme === "tcp") return tcpAddress(text);
  const [place = "", query = ""] = rest.split(/\?(.*)/s);
  const values = new URLSearchParams(query);
  const profile = profileOf(values.get("profile"));
  if (!profile.ok) return profile;
  const unknown = [...values.keys()].find((key) => key !== "profile" && key !== "baud");
  if (unknown !== undefined) return err(`'${unknown}' is no part of a printer's address: ${HELP}.`);
  if (scheme === "usb" && DEVICE_PATH.test(place) && !place.includes(".."))
    return ok({ kind: "file", path: place, profile: profile.value });
  if (scheme === "serial" && SERIAL_PATH.test(place) && !place.includes(".."))
    return serialAddress(place, values.get("baud"), profile.value);
  if (scheme === "windows" && place.trim() !== "" && !/\p{Cc}/u.test(place))
    return ok({ kind: "windows", printerName: decode(place), profile: profile.value });
  return err(`A printer's address is ${HELP}, not '${text}'.`);
}

function tcpAddress(text: string): Result<PrinterAddress, string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.hostname === "" || url.username !== "" || url.hash !== "")
    return err(`A printer's address is ${HELP}, not '${text}'.`);
  const named = url.pathname.replace(/^\//, "") || url.searchParams.get("profile");
  const profile = profileOf(named);
  if (!profile.ok) return profile;
  const port = url.port === "" ? 9_100 : Number(url.port);
  return ok({ kind: "tcp", host: url.hostname, port, profile: profile.value });
}

function serialAddress(
  path: string,
  baud: string | null,
  profile: PrinterProfileId,
): Result<PrinterAddress, string> {
  const baudRate = Number(baud ?? SLOWEST_BAUD);
  if (!Number.isInteger(baudRate) || baudRate < SLOWEST_BAUD || baudRate > 4_000_000)
    return err(
      `A serial printer needs at least ${SLOWEST_BAUD} Bd (set it at the printer too), not '${baud}': a ticket is a picture.`,
    );
  return ok({ kind: "serial", path, baudRate, profile });
}

function profileOf(name: string | null): Result<PrinterProfileId, string> {
  const id = name ?? "generic-80";
  return isProfile(id)
    ? ok(id)
    : err(`No printer profile '${id}'. Known: ${Object.keys(PRINTER_PROFILES).join(", ")}.`);
}

function isProfile(id: string): id is PrinterProfileId {
  return Object.hasOwn(PRINTER_PROFILES, id);
}

/** Names with blanks may be written as in an address. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a name with a percent sign of its own
  }
}

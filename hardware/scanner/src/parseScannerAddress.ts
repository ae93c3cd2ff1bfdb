import { err, ok, type Result } from "@luot/kit";

/** Where a scanner is, as it was written in a settings file or on a command line. */
export type ScannerAddress =
  | { readonly kind: "hid"; readonly vendorId?: number; readonly productId?: number }
  | { readonly kind: "serial"; readonly path: string; readonly baudRate: number }
  | { readonly kind: "tcp"; readonly host: string; readonly port: number };

const HID = /^hid(?::(?<vendor>[0-9a-f]{4}):(?<product>[0-9a-f]{4}))?$/i;
const SERIAL =
  /^serial:(?<path>\/dev\/[\w.\-/]{1,100}|COM[1-9]\d{0,2})(?:\?baud=(?<baud>\d{1,7}))?$/;
const TCP = /^tcp:\/\/(?<host>127\.0\.0\.1|localhost|\[::1\]):(?<port>[1-9]\d{0,4})$/;
const DEFAULT_BAUD_RATE = 115_200;
const BAUD_RATES = [9600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600];
const FORMS =
  "hid, hid:vvvv:pppp (vendor and product in hexadecimal), serial:/dev/ttyACM0?baud=115200, serial:COM3 or tcp://127.0.0.1:9120";

/**
 * Reads an address of a scanner: `hid`, `hid:vvvv:pppp`, `serial:PATH[?baud=N]`,
 * `tcp://127.0.0.1:PORT`. Anything else is refused; a network scanner may only be this machine.
 *
 * @returns as refusal a sentence for the person who wrote the address
 */
export function parseScannerAddress(text: string): Result<ScannerAddress, string> {
  const hid = HID.exec(text)?.groups;
  if (hid !== undefined) return ok(hidAddress(hid));
  const serial = SERIAL.exec(text)?.groups;
  if (serial !== undefined) return serialAddress(serial);
  const tcp = TCP.exec(text)?.groups;
  if (tcp !== undefined) return tcpAddress(tcp);
  if (text.startsWith("tcp://"))
    return err("A scanner over TCP must be on this machine: tcp://127.0.0.1:PORT");
  return err(`'${text.slice(0, 80)}' is no address of a scanner. It is ${FORMS}.`);
}

type Groups = Readonly<Record<string, string | undefined>>;

function hidAddress(groups: Groups): ScannerAddress {
  const { vendor, product } = groups;
  if (vendor === undefined || product === undefined) return { kind: "hid" };
  return {
    kind: "hid",
    vendorId: Number.parseInt(vendor, 16),
    productId: Number.parseInt(product, 16),
  };
}

function serialAddress(groups: Groups): Result<ScannerAddress, string> {
  const path = groups["path"] ?? "";
  const baudRate = Number(groups["baud"] ?? DEFAULT_BAUD_RATE);
  if (path.split("/").includes("..")) return err("The path of a serial line must not hold '..'.");
  if (!BAUD_RATES.includes(baudRate)) return err(`baud must be one of ${BAUD_RATES.join(", ")}.`);
  return ok({ kind: "serial", path, baudRate });
}

function tcpAddress(groups: Groups): Result<ScannerAddress, string> {
  const port = Number(groups["port"]);
  if (port > 65_535) return err("A port is a number from 1 to 65535.");
  // A name could be made to lead elsewhere; the address cannot.
  return ok({ kind: "tcp", host: groups["host"] === "[::1]" ? "::1" : "127.0.0.1", port });
}

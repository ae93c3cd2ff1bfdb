/** A payment request of a Vietnamese bank (NAPAS VietQR, EMVCo merchant-presented). */
export interface VietQr {
  /** `static` codes are paid many times, `dynamic` ones once. */
  readonly method: "static" | "dynamic";
  /** The bank's BIN, six digits. */
  readonly bin: string;
  readonly account: string;
  /** To an account, to a card, or to a merchant. */
  readonly service: "QRIBFTTA" | "QRIBFTTC" | "QRPUSH";
  /** ISO 4217 number; the đồng is 704. */
  readonly currency: string;
  /** đồng; `null` leaves it to the payer. */
  readonly amount: number | null;
  readonly country: string;
  readonly bill: string | null;
  readonly purpose: string | null;
}

/** EMVCo's limit of a whole code. */
const MAX_CHARACTERS = 512;
const GUID = "A000000727";
const SERVICES = ["QRIBFTTA", "QRIBFTTC", "QRPUSH"] as const;
const METHODS = { "11": "static", "12": "dynamic" } as const;
const AMOUNT = /^\d{1,13}$/;
const BIN = /^\d{6}$/;
/** Banks cut what is longer. */
const MAX_PURPOSE = 25;

/**
 * Reads a payment code.
 *
 * @returns `null` when it is none, is cut short, or its check sum is wrong
 */
export function parseVietQr(text: string): VietQr | null {
  if (text.length > MAX_CHARACTERS || !hasRightCrc(text)) return null;
  const fields = readFields(text);
  const merchant = readFields(fields?.get("38") ?? "");
  const bank = readFields(merchant?.get("01") ?? "");
  const more = readFields(fields?.get("62") ?? "");
  if (fields === null || merchant === null || bank === null || more === null) return null;
  const method = METHODS[fields.get("01") as keyof typeof METHODS];
  const service = SERVICES.find((known) => known === merchant.get("02"));
  const [bin, account] = [bank.get("00"), bank.get("01")];
  const amount = fields.get("54") ?? null;
  if (fields.get("00") !== "01" || merchant.get("00") !== GUID || !fields.has("63")) return null;
  if (method === undefined || service === undefined) return null;
  if (bin === undefined || !BIN.test(bin) || account === undefined) return null;
  if (amount !== null && !AMOUNT.test(amount)) return null;
  return {
    method,
    bin,
    account,
    service,
    currency: fields.get("53") ?? "",
    amount: amount === null ? null : Number(amount),
    country: fields.get("58") ?? "",
    bill: more.get("01") ?? null,
    purpose: more.get("08") ?? null,
  };
}

/**
 * Writes a payment code, with its check sum. {@link parseVietQr} gives the same back.
 *
 * @throws RangeError when a value does not fit its field, which is a bug of the caller: plain text
 *   of 1 to 99 characters (25 in a purpose), a BIN of six digits, whole đồng of at most 13 digits
 */
export function buildVietQr(request: VietQr): string {
  if (!BIN.test(request.bin)) throw new RangeError("a BIN has six digits");
  if (request.amount !== null && !AMOUNT.test(String(request.amount)))
    throw new RangeError("an amount is whole đồng of at most 13 digits");
  if (request.purpose !== null && request.purpose.length > MAX_PURPOSE)
    throw new RangeError(`a purpose has at most ${MAX_PURPOSE} characters`);
  const bank = field("00", request.bin) + field("01", request.account);
  const merchant = field("00", GUID) + field("01", bank) + field("02", request.service);
  const more =
    (request.bill === null ? "" : field("01", request.bill)) +
    (request.purpose === null ? "" : field("08", request.purpose));
  const body =
    field("00", "01") +
    field("01", request.method === "static" ? "11" : "12") +
    field("38", merchant) +
    field("53", request.currency) +
    (request.amount === null ? "" : field("54", String(request.amount))) +
    field("58", request.country) +
    (more === "" ? "" : field("62", more));
  return `${body}6304${crc16(`${body}6304`)}`;
}

function field(id: string, value: string): string {
  if (!/^[\x20-\x7e]{1,99}$/.test(value))
    throw new RangeError(`field ${id} takes 1 to 99 plain characters`);
  return `${id}${String(value.length).padStart(2, "0")}${value}`;
}

/** Two digits of id, two of length, the value; `null` when one is cut short or there twice. */
function readFields(text: string): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const head = /^(\d{2})(\d{2})$/.exec(text.slice(at, at + 4));
    if (head === null) return null;
    const [, id = "", length = ""] = head;
    const value = text.slice(at + 4, at + 4 + Number(length));
    if (value.length < Number(length) || fields.has(id)) return null;
    fields.set(id, value);
    at += 4 + value.length;
  }
  return fields;
}

function hasRightCrc(text: string): boolean {
  const said = /6304([0-9A-F]{4})$/.exec(text)?.[1];
  return said !== undefined && said === crc16(text.slice(0, -4));
}

/** A lone surrogate, which has no bytes of its own, counts as U+FFFD. */
function utf8(text: string): readonly number[] {
  const escaped = encodeURIComponent(text.toWellFormed());
  const bytes: number[] = [];
  for (let at = 0; at < escaped.length; at++) {
    const isEscape = escaped[at] === "%";
    bytes.push(
      isEscape ? Number.parseInt(escaped.slice(at + 1, at + 3), 16) : escaped.charCodeAt(at),
    );
    if (isEscape) at += 2;
  }
  return bytes;
}

/** CRC-16/CCITT-FALSE over UTF-8: polynomial 0x1021, start 0xFFFF, nothing reflected. */
function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of utf8(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++)
      crc = (crc & 0x8000) === 0 ? (crc << 1) & 0xffff : ((crc << 1) ^ 0x1021) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}

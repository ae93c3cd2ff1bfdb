import { err, type Result } from "@luot/kit";
import { readSheet } from "read-excel-file/universal";
import { type FileFault, fileFault } from "./FileFault.ts";
import { MAX_UNPACKED_BYTES } from "./limits.ts";
import { packStored } from "./packStored.ts";
import type { RawFile } from "./RawFile.ts";
import { sheetFault } from "./sheetFault.ts";
import { tableOf } from "./tableOf.ts";
import { unpackSpreadsheet } from "./unpackSpreadsheet.ts";

/** What programs keep beside the sheets, in forms of their own. */
const NEVER_READ = /^(?:customXml|docProps)\//u;
const DAY_MS = 86_400_000;
/** Serial number that spreadsheets give to 1/1/1970. */
const EPOCH_SERIAL = 25_569;

/**
 * Reads the first sheet of a spreadsheet (XLSX). Dates become the serial numbers they are stored as,
 * in days, so that the mapping reads them in the centre's time zone.
 *
 * It is unpacked here, within bounds, and handed to the reader without compression: the reader itself
 * believes any size, and starts threads for large files.
 *
 * @param wanted names of columns a mapping reads
 */
export async function decodeXlsx(
  file: Buffer,
  wanted: readonly string[],
): Promise<Result<RawFile, FileFault>> {
  const parts = unpackSpreadsheet(file, MAX_UNPACKED_BYTES);
  if (!parts.ok) return parts;
  const read = parts.value.filter(({ path }) => !NEVER_READ.test(path));
  for (const { bytes } of read) {
    const fault = sheetFault(bytes);
    if (fault !== null) return err(fault);
  }
  const packed = packStored(read);
  let rows: readonly (readonly unknown[])[];
  try {
    rows = await readSheet(new Blob([new Uint8Array(packed)]));
  } catch {
    // It throws all kinds of errors for a damaged sheet, and their messages may quote cells.
    return fileFault("not_a_spreadsheet");
  }
  const serials = rows.map((row) => row.map(asSerial));
  return tableOf(serials, wanted, { format: "xlsx", isEndOpen: false, hasEvenRows: false });
}

function asSerial(cell: unknown): unknown {
  if (!(cell instanceof Date)) return cell;
  // A fraction of a day has no exact second: 17:00 comes as 16:59:59.999.
  return (Math.round(cell.getTime() / 1_000) * 1_000) / DAY_MS + EPOCH_SERIAL;
}

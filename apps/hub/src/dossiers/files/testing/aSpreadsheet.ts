import { deflateRawSync } from "node:zlib";
import { packStored } from "../packStored.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function part(path: string, text: string): { readonly path: string; readonly bytes: Buffer } {
  return { path, bytes: Buffer.from(XML + text) };
}

/**
 * The smallest spreadsheet whose one sheet has this XML between `<sheetData>` and its end.
 *
 * @param sheetPath where that sheet lies
 */
export function aSpreadsheetWith(sheetPath: string, sheetData: string): Buffer {
  return packStored([
    part(
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="/${sheetPath}"/></Relationships>`,
    ),
    part(sheetPath, `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`),
  ]);
}

/** The same, where a sheet usually lies. */
export function aSpreadsheet(sheetData: string): Buffer {
  return aSpreadsheetWith("xl/worksheets/sheet1.xml", sheetData);
}

/** A ZIP file of one part of zeros that says it is smaller than it is. */
export function aBomb(path: string, unpackedBytes: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(unpackedBytes));
  const zip = packStored([{ path, bytes: packed }]);
  const nameBytes = Buffer.byteLength(path);
  const list = 30 + nameBytes + packed.length;
  for (const method of [8, list + 10]) zip.writeUInt16LE(8, method);
  return zip;
}

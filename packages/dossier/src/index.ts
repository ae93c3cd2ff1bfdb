export { type AgencyForm, parseAgencyId } from "./agencyId.ts";
export type { AgeClass } from "./citizenCard.ts";
export { classifyScan, type ScanKind } from "./classifyScan.ts";
export { type DossierCode, parseDossierCode } from "./dossierCode.ts";
export { maskName, maskPhone } from "./masking.ts";
export { buildVietQr, parseVietQr, type VietQr } from "./vietQr.ts";

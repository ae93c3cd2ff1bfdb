export { type AgencyForm, parseAgencyId } from "./agencyId.ts";
export { type AgencyCodes, type AgencyIndex, createAgencyIndex } from "./agencies.ts";
export { type AgencySums, type BoardFigures, type BoardFrame, boardOf } from "./board/boardOf.ts";
export { contributionOf } from "./board/contributionOf.ts";
export {
  addTotals,
  DAY_TOTALS,
  type DayCount,
  type DayTotals,
  NO_TOTALS,
} from "./board/dayCounts.ts";
export { type BoardPeriod, type BoardPeriodKind, periodOf } from "./board/periodOf.ts";
export {
  type BoardCounts,
  type BoardSums,
  type OpenDue,
  sumBoard,
  sumsOf,
} from "./board/sumBoard.ts";
export type { AgeClass } from "./citizenCard.ts";
export { classifyScan, type ScanKind } from "./classifyScan.ts";
export {
  type DossierFacts,
  type DossierFee,
  type DossierHolder,
  type DossierRecord,
  dueOf,
  STATUS_CODES,
  type StatusCode,
} from "./Dossier.ts";
export { type DossierCode, parseDossierCode } from "./dossierCode.ts";
export { matchesExtra, normaliseExtra, readCode } from "./extraCodes.ts";
export {
  BUILT_IN_MAPPINGS,
  DONG_BO_HO_SO_MC,
  LUOT_JSON,
  REGISTER_BOOK,
} from "./mapping/builtIn.ts";
export { checkMapping } from "./mapping/checkMapping.ts";
export {
  DATE_FORMATS,
  type DateFormat,
  type FaultReason,
  type FieldFault,
  type FieldRule,
  type Mapping,
  type MappingFault,
  type ReadContext,
  TARGET_FIELDS,
  type TargetField,
} from "./mapping/Mapping.ts";
export { createRecordReader, readRecord, type RecordReader } from "./mapping/readRecord.ts";
export { type HolderMask, maskHolder } from "./maskHolder.ts";
export { maskName, maskPhone } from "./masking.ts";
export { type LineOfCentre, type NextStep, nextStepOf } from "./nextStep.ts";
export {
  type Closing,
  closingOf,
  isAfterDue,
  isDue,
  onTimeRatio,
  type Ratio,
  type RatioBase,
  type RatioCounts,
  type Resolution,
  resolvedAs,
} from "./onTime.ts";
export { isPastPurpose, type Keeping } from "./retention.ts";
export {
  type DossierLight,
  type Standing,
  type StandingRules,
  standingOf,
  type TimelineStep,
} from "./standing.ts";
export {
  DOSSIER_STATUSES,
  type DossierStatus,
  isStatusCode,
  isStep,
  type StatusPhase,
  statusOf,
} from "./status.ts";
export { buildVietQr, parseVietQr, type VietQr } from "./vietQr.ts";
export { startOfDay } from "./zoneClock.ts";
export { isSameProcedure, type ProcedureCode, parseProcedureCode } from "./procedureCode.ts";
export {
  createProcedureSearch,
  type Hit,
  type ProcedureSearch,
} from "./search/createProcedureSearch.ts";

export type { Audit, JournalHead } from "./auditJournal.ts";
export type { CatalogueStore, StoredCatalogue } from "./CatalogueStore.ts";
export type { Contact } from "./ContactStore.ts";
export type { Device, IdentityStore, Officer, OfficerSession } from "./IdentityStore.ts";
export { KioskBook } from "./kiosk/KioskBook.ts";
export type { HubContact } from "./kiosk/KioskMeta.ts";
export type { Confirmation } from "./kiosk/KioskPapers.ts";
export { openKioskBook } from "./kiosk/openKioskBook.ts";
export type { RecordResult, RefusedRecord } from "./kiosk/Outbox.ts";
export type {
  IssueAnswer,
  IssueRefusal,
  Wish,
  WishData,
  WishPayload,
  WishState,
} from "./kiosk/Wish.ts";
export type { OwnSource, OwnTicket } from "./kiosk/Wishes.ts";
export type { CommandRecord, Journal, JournalEntry } from "./Journal.ts";
export type { PaperKey, PaperState, PaperStore } from "./PaperStore.ts";
export type { OfflineSeriesStore } from "./OfflineSeriesStore.ts";
export type {
  DayRange,
  DossierRegister,
  Erased,
  LookUp,
  Noted,
  Opening,
  RegisterReader,
} from "./register/DossierRegister.ts";
export type {
  ApplyReport,
  ApplyResult,
  ImportRun,
  Refusal,
  RegisterBatch,
  RegisterRow,
  RowCounts,
  RowFault,
  RowOutcome,
  RunEnd,
  RunOutcome,
  RunStart,
  SourceChange,
  SourceState,
} from "./register/RegisterBatch.ts";
export { openRegister, openRegisterReader, type RegisterOptions } from "./register/openRegister.ts";
export { registerKey } from "./register/registerKey.ts";
export type {
  KeptDossier,
  MaskedHolder,
  RegisterFacts,
  RegisterHolder,
  RegisterRecord,
  RegisterStatus,
  StatusChange,
} from "./register/RegisterRecord.ts";
export type { BoardCount, BoardSum, DayCount, RegisterRules } from "./register/RegisterRules.ts";
export type { MetaStore } from "./MetaStore.ts";
export type { OldProcedure, SettingsStore, StoredSettings } from "./SettingsStore.ts";
export type { SqliteJournal } from "./SqliteJournal.ts";
export { openStore, type Store } from "./Store.ts";
export { StoreError, type StoreFault } from "./StoreError.ts";

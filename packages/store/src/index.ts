export type { Audit, JournalHead } from "./auditJournal.ts";
export type { Contact } from "./ContactStore.ts";
export type { Device, IdentityStore, Officer, OfficerSession } from "./IdentityStore.ts";
export type { CommandRecord, Journal, JournalEntry } from "./Journal.ts";
export type { PaperKey, PaperState, PaperStore } from "./PaperStore.ts";
export type { MetaStore } from "./MetaStore.ts";
export type { SettingsStore, StoredSettings } from "./SettingsStore.ts";
export { openStore, type Store } from "./Store.ts";
export { StoreError, type StoreFault } from "./StoreError.ts";

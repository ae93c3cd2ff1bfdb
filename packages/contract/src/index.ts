export { type Catalogue, type CatalogueProcedure, CatalogueSchema } from "./catalogue.ts";
export {
  COMMANDS,
  type DataOf,
  isWireCommandType,
  type PayloadOf,
  type WireCommandType,
} from "./commands.ts";
export {
  MAX_OFFLINE_RECORDS,
  type OfflineRecord,
  OfflineRecordSchema,
} from "./commands/kioskSyncOffline.ts";
export {
  type CounterLog,
  CounterLogSchema,
  type LogEntry,
  type LoggedTicket,
  MAX_LOG_ENTRIES,
  MAX_PAPER_LIST,
  type PaperMode,
  type PaperStock,
  PaperStockSchema,
  type Told,
} from "./counterLog.ts";
export {
  type Board,
  BOARD_PERIODS,
  type BoardCounts,
  type BoardPeriod,
  BoardPeriodSchema,
  BoardSchema,
  type DossierDetails,
  type DossierView,
  DossierViewSchema,
} from "./dossier.ts";
export {
  type DemoDossiers,
  DemoDossiersSchema,
  BUILT_IN_MAPPINGS,
  type DossierAdmin,
  DossierAdminSchema,
  type DossierFault,
  type DossierPull,
  type DossierPullList,
  type DossierRun,
  DossierRunDetailsSchema,
  type DossierSource,
  DossierSourceSchema,
  type ImportReport,
  ImportReportSchema,
  type MappingChoice,
  MappingChoiceSchema,
  type MappingTrialResult,
  MappingTrialResultSchema,
  MappingTrialSchema,
  MAX_SAMPLE_BYTES,
} from "./dossierAdmin.ts";
export { type DossierMapping, DossierMappingSchema } from "./dossierMapping.ts";
export { ERROR_CODES, type ErrorCode, type HubErrorCode } from "./errorCodes.ts";
export { EventSchema, ViewEventSchema } from "./events.ts";
export { HUB_SERVICE } from "./hubService.ts";
export {
  type LauncherState,
  LauncherStateSchema,
  type PrinterRoll,
  PrinterRollSchema,
} from "./launcher.ts";
export { type Lead, LeadSchema, MAX_LEADS } from "./leads.ts";
export { PhoneViewSchema } from "./phone.ts";
export { SlugSchema, UuidSchema, PairingCodeSchema } from "./primitives.ts";
export {
  OFFICER_RIGHTS,
  PAPER_MODE_REASON,
  PERMISSIONS,
  refusalFor,
  type Sender,
} from "./permissions.ts";
export {
  DEVICE_ROLES,
  type DeviceRole,
  DeviceRoleSchema,
  OFFICER_ROLES,
  type OfficerRole,
  OfficerRoleSchema,
} from "./roles.ts";
export { SettingsSchema } from "./settings/SettingsSchema.ts";
export {
  type DeviceMessage,
  DeviceMessageSchema,
  type DeviceStart,
  DeviceStartSchema,
  HostMessageSchema,
  type LinkScan,
  ProcessMessageSchema,
  SCREEN_COMMANDS,
  type ScreenCommand,
  type ScreenMessage,
  ScreenMessageSchema,
} from "./shell/deviceLink.ts";
export type { HubRefusal } from "./shell/HubRefusal.ts";
export type {
  AdminDone,
  AdminEntered,
  AdminMenu,
  AdminMonitor,
  AdminRefusal,
  AdminWish,
  PinKept,
  PinRefusal,
  PinStanding,
  ShellAdmin,
  SleepTimes,
  WallBoard,
  WallChoice,
} from "./shell/ShellAdmin.ts";
export {
  type FoundHub,
  type HubChosen,
  type LinkPort,
  SHELL_ORIGIN,
  type ShellBridge,
} from "./shell/ShellBridge.ts";
export {
  DESK_SHORTCUTS,
  type DeskDone,
  type DeskRefusal,
  type DeskShortcut,
  type ShellDesk,
  type ShortcutKeys,
} from "./shell/ShellDesk.ts";
export { VIEW_SCHEMAS } from "./views.ts";
export {
  type DevicePart,
  type PaperNews,
  PaperNewsSchema,
  PrinterNewsSchema,
  type PrinterState,
} from "./deviceParts.ts";
export {
  type Ack,
  AckSchema,
  EnvelopeSchema,
  type Frame,
  FrameSchema,
  HandshakeSchema,
  type Hello,
  HelloSchema,
  type Identity,
  MAX_MESSAGE_BYTES,
  MAX_SERIES_EPOCH,
  type OfflineSeries,
  OfflineSeriesSchema,
  PairAnswerSchema,
  PairedSchema,
  PairRequestSchema,
  PROTOCOL,
  SeenSchema,
  type Welcome,
  WelcomeSchema,
  type WireRefusal,
} from "./wire.ts";

import { counterClose } from "./commands/counterClose.ts";
import { counterOpen } from "./commands/counterOpen.ts";
import { counterPause } from "./commands/counterPause.ts";
import { counterResume } from "./commands/counterResume.ts";
import { counterUndo } from "./commands/counterUndo.ts";
import { deviceHealth } from "./commands/deviceHealth.ts";
import { dossierLookUp } from "./commands/dossierLookUp.ts";
import { dossierOfTicket } from "./commands/dossierOfTicket.ts";
import { dossierOpenHolder } from "./commands/dossierOpenHolder.ts";
import { dossierProve } from "./commands/dossierProve.ts";
import { feedbackRate } from "./commands/feedbackRate.ts";
import { kioskCallHelp } from "./commands/kioskCallHelp.ts";
import { kioskSyncOffline } from "./commands/kioskSyncOffline.ts";
import { officerLock } from "./commands/officerLock.ts";
import { officerSignIn } from "./commands/officerSignIn.ts";
import { officerSignOut } from "./commands/officerSignOut.ts";
import { officerUnlock } from "./commands/officerUnlock.ts";
import { ticketCall } from "./commands/ticketCall.ts";
import { ticketCallNext } from "./commands/ticketCallNext.ts";
import { ticketCancel } from "./commands/ticketCancel.ts";
import { ticketConfirmPrint } from "./commands/ticketConfirmPrint.ts";
import { ticketFinish } from "./commands/ticketFinish.ts";
import { ticketFinishAndCall } from "./commands/ticketFinishAndCall.ts";
import { ticketIssue } from "./commands/ticketIssue.ts";
import { ticketNoShow } from "./commands/ticketNoShow.ts";
import { ticketPark } from "./commands/ticketPark.ts";
import { ticketPutBack } from "./commands/ticketPutBack.ts";
import { ticketRecall } from "./commands/ticketRecall.ts";
import { ticketReprint } from "./commands/ticketReprint.ts";
import { ticketResume } from "./commands/ticketResume.ts";
import { ticketReturn } from "./commands/ticketReturn.ts";
import { ticketSetPriority } from "./commands/ticketSetPriority.ts";
import { ticketStart } from "./commands/ticketStart.ts";
import { ticketTransfer } from "./commands/ticketTransfer.ts";
import type { z } from "zod";

/** Every command a client can send, by type. */
export const COMMANDS = {
  [ticketIssue.type]: ticketIssue,
  [ticketConfirmPrint.type]: ticketConfirmPrint,
  [ticketReprint.type]: ticketReprint,
  [ticketCallNext.type]: ticketCallNext,
  [ticketCall.type]: ticketCall,
  [ticketRecall.type]: ticketRecall,
  [ticketPutBack.type]: ticketPutBack,
  [ticketStart.type]: ticketStart,
  [ticketFinish.type]: ticketFinish,
  [ticketFinishAndCall.type]: ticketFinishAndCall,
  [ticketNoShow.type]: ticketNoShow,
  [ticketReturn.type]: ticketReturn,
  [ticketPark.type]: ticketPark,
  [ticketResume.type]: ticketResume,
  [ticketTransfer.type]: ticketTransfer,
  [ticketCancel.type]: ticketCancel,
  [ticketSetPriority.type]: ticketSetPriority,
  [counterOpen.type]: counterOpen,
  [counterClose.type]: counterClose,
  [counterPause.type]: counterPause,
  [counterResume.type]: counterResume,
  [counterUndo.type]: counterUndo,
  [officerSignIn.type]: officerSignIn,
  [officerLock.type]: officerLock,
  [officerUnlock.type]: officerUnlock,
  [officerSignOut.type]: officerSignOut,
  [deviceHealth.type]: deviceHealth,
  [kioskCallHelp.type]: kioskCallHelp,
  [kioskSyncOffline.type]: kioskSyncOffline,
  [dossierLookUp.type]: dossierLookUp,
  [dossierProve.type]: dossierProve,
  [dossierOfTicket.type]: dossierOfTicket,
  [dossierOpenHolder.type]: dossierOpenHolder,
  [feedbackRate.type]: feedbackRate,
} as const;

export type WireCommandType = keyof typeof COMMANDS;

/** What a command carries. */
export type PayloadOf<T extends WireCommandType> = z.infer<(typeof COMMANDS)[T]["payload"]>;

/** What a command answers. */
export type DataOf<T extends WireCommandType> = z.infer<(typeof COMMANDS)[T]["data"]>;

/** Whether a text names a command. Own keys only: `__proto__` is no command. */
export function isWireCommandType(type: string): type is WireCommandType {
  return Object.hasOwn(COMMANDS, type);
}

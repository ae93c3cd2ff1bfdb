import type { PaperModeReason } from "@luot/domain";
import type { WireCommandType } from "./commands.ts";
import { type DeviceRole, OFFICER_ROLES, type OfficerRole } from "./roles.ts";

/** Extra permissions that an account can have beyond its role. */
export const OFFICER_RIGHTS = ["call_chosen", "open_holder"] as const;
type OfficerRight = (typeof OFFICER_RIGHTS)[number];

/**
 * The reason of a `ticket:call` that tells what a counter did while the hub was gone. A supervisor
 * let it at the counter, so it needs no right of its own.
 */
export const PAPER_MODE_REASON: PaperModeReason = "paper-mode";

/** Who may send a command: from which devices, and by which officers. */
interface Permission {
  readonly devices: readonly DeviceRole[];
  /** `null`: no officer is needed. Otherwise one of these must be signed in and unlocked. */
  readonly officers: readonly OfficerRole[] | null;
  /** Officers without this right are refused, whatever their role is; supervisors have it. */
  readonly right?: OfficerRight;
}

const ANY_OFFICER = OFFICER_ROLES;
const LEADS = ["supervisor", "administrator"] as const;
const desk: Permission = { devices: ["counter"], officers: ANY_OFFICER };
const anyPaired = ["kiosk", "counter", "display", "console"] as const;
const atDesk: Permission = { devices: ["counter", "console"], officers: null };

/** Role × command. What is not allowed here is refused. */
export const PERMISSIONS: Readonly<Record<WireCommandType, Permission>> = {
  "ticket:issue": { devices: ["kiosk"], officers: null },
  "ticket:confirm-print": { devices: ["kiosk"], officers: null },
  "ticket:reprint": { devices: ["kiosk"], officers: null },
  "ticket:call-next": desk,
  "ticket:call": { ...desk, right: "call_chosen" },
  "ticket:recall": desk,
  "ticket:put-back": desk,
  "ticket:start": desk,
  "ticket:finish": desk,
  "ticket:finish-and-call": desk,
  "ticket:no-show": desk,
  "ticket:return": desk,
  "ticket:park": desk,
  "ticket:resume": desk,
  "ticket:transfer": desk,
  "ticket:cancel": { devices: ["phone"], officers: null },
  "ticket:set-priority": desk,
  "counter:open": desk,
  "counter:close": desk,
  "counter:pause": desk,
  "counter:resume": desk,
  "counter:undo": desk,
  "officer:sign-in": atDesk,
  "officer:lock": atDesk,
  "officer:unlock": atDesk,
  "officer:sign-out": atDesk,
  "device:health": { devices: anyPaired, officers: null },
  "kiosk:call-help": { devices: ["kiosk"], officers: null },
  "dossier:look-up": { devices: ["kiosk"], officers: null },
  "dossier:prove": { devices: ["kiosk"], officers: null },
  "dossier:of-ticket": desk,
  "dossier:open-holder": { ...desk, right: "open_holder" },
  "feedback:rate": { devices: ["phone"], officers: null },
  "kiosk:sync-offline": { devices: ["kiosk"], officers: null },
};

/** What a counter may do beyond the table above, on behalf of citizens, by officer role. */
const AT_COUNTERS: Partial<Record<WireCommandType, readonly OfficerRole[]>> = {
  "ticket:issue": ["receptionist", ...LEADS],
  "ticket:reprint": ANY_OFFICER,
  "ticket:cancel": ANY_OFFICER,
  "dossier:look-up": ANY_OFFICER,
};

/** Who sends: the device, and the officer signed in at it, if any. */
export interface Sender {
  readonly device: DeviceRole;
  readonly officer: {
    readonly role: OfficerRole;
    readonly rights: readonly string[];
    readonly isLocked: boolean;
  } | null;
}

/**
 * Whether a sender may send a command.
 *
 * @param payload as it came; not looked at further than the permission needs
 * @returns `null` when allowed, else the code of the refusal
 */
export function refusalFor(
  type: WireCommandType,
  { device, officer }: Sender,
  payload: unknown,
): "forbidden" | "not_signed_in" | "session_locked" | null {
  const { devices, officers, right } = permissionAt(type, device);
  if (!devices.includes(device)) return "forbidden";
  if (officers === null) return null;
  if (officer === null) return "not_signed_in";
  if (officer.isLocked) return "session_locked";
  if (!officers.includes(officer.role)) return "forbidden";
  if (right !== undefined && !hasRight(officer, right) && !isFromPaper(type, payload))
    return "forbidden";
  return null;
}

function permissionAt(type: WireCommandType, device: DeviceRole): Permission {
  const officers = device === "counter" ? AT_COUNTERS[type] : undefined;
  return officers === undefined ? PERMISSIONS[type] : { devices: ["counter"], officers };
}

function hasRight(officer: NonNullable<Sender["officer"]>, right: OfficerRight): boolean {
  return LEADS.some((lead) => lead === officer.role) || officer.rights.includes(right);
}

function isFromPaper(type: WireCommandType, payload: unknown): boolean {
  if (type !== "ticket:call" || typeof payload !== "object" || payload === null) return false;
  return "reason" in payload && payload.reason === PAPER_MODE_REASON;
}

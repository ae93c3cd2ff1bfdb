import { describe, expect, it } from "vitest";
import { COMMANDS, isWireCommandType, type WireCommandType } from "./commands.ts";
import { PAPER_MODE_REASON, refusalFor, type Sender } from "./permissions.ts";
import { DEVICE_ROLES, type DeviceRole, OFFICER_ROLES, type OfficerRole } from "./roles.ts";

/** An officer as this table writes it: the role, and the right that makes the difference. */
type Who = OfficerRole | `${OfficerRole}+${"call_chosen" | "open_holder"}`;
/** `anyone`: whoever stands there, signed in, locked or not. */
type Allowed = Partial<Record<DeviceRole, "anyone" | readonly Who[]>>;

const ALL: readonly Who[] = ["officer", "receptionist", "supervisor", "administrator"];
const officersAtCounter: Allowed = { counter: ALL };
const session: Allowed = { counter: "anyone", console: "anyone" };

/** All that is allowed. What is not here is refused. */
const ALLOWED: Readonly<Record<WireCommandType, Allowed>> = {
  "ticket:issue": { kiosk: "anyone", counter: ["receptionist", "supervisor", "administrator"] },
  "ticket:confirm-print": { kiosk: "anyone" },
  "ticket:reprint": { kiosk: "anyone", counter: ALL },
  "ticket:call-next": officersAtCounter,
  "ticket:call": {
    counter: ["officer+call_chosen", "receptionist+call_chosen", "supervisor", "administrator"],
  },
  "ticket:recall": officersAtCounter,
  "ticket:put-back": officersAtCounter,
  "ticket:start": officersAtCounter,
  "ticket:finish": officersAtCounter,
  "ticket:finish-and-call": officersAtCounter,
  "ticket:no-show": officersAtCounter,
  "ticket:return": officersAtCounter,
  "ticket:park": officersAtCounter,
  "ticket:resume": officersAtCounter,
  "ticket:transfer": officersAtCounter,
  "ticket:cancel": { phone: "anyone", counter: ALL },
  "ticket:set-priority": officersAtCounter,
  "counter:open": officersAtCounter,
  "counter:close": officersAtCounter,
  "counter:pause": officersAtCounter,
  "counter:resume": officersAtCounter,
  "counter:undo": officersAtCounter,
  "dossier:look-up": { kiosk: "anyone", counter: ALL },
  "dossier:prove": { kiosk: "anyone" },
  "dossier:of-ticket": officersAtCounter,
  "dossier:open-holder": {
    counter: ["officer+open_holder", "receptionist+open_holder", "supervisor", "administrator"],
  },
  "feedback:rate": { phone: "anyone" },
  "officer:sign-in": session,
  "officer:lock": session,
  "officer:unlock": session,
  "officer:sign-out": session,
  "device:health": { kiosk: "anyone", counter: "anyone", display: "anyone", console: "anyone" },
  "kiosk:call-help": { kiosk: "anyone" },
  "kiosk:sync-offline": { kiosk: "anyone" },
};

const TYPES = Object.keys(COMMANDS).filter(isWireCommandType);
const OFFICERS: readonly Sender["officer"][] = [
  null,
  ...OFFICER_ROLES.flatMap((role) =>
    [[], ["call_chosen"], ["open_holder"], ["another_right"]].flatMap((rights) =>
      [false, true].map((isLocked) => ({ role, rights, isLocked })),
    ),
  ),
];

function expected(type: WireCommandType, { device, officer }: Sender): string | null {
  const allowed = ALLOWED[type][device];
  if (allowed === undefined) return "forbidden";
  if (allowed === "anyone") return null;
  if (officer === null) return "not_signed_in";
  if (officer.isLocked) return "session_locked";
  const { role, rights } = officer;
  const hasRight = (["call_chosen", "open_holder"] as const).some(
    (right) => rights.includes(right) && allowed.includes(`${role}+${right}`),
  );
  return allowed.includes(role) || hasRight ? null : "forbidden";
}

describe("who may send what", () => {
  it.each(TYPES)("%s: only whom the table names, of every device with every officer", (type) => {
    for (const device of DEVICE_ROLES)
      for (const officer of OFFICERS) {
        const sender = { device, officer };
        expect({ sender, refusal: refusalFor(type, sender, {}) }).toEqual({
          sender,
          refusal: expected(type, sender),
        });
      }
  });

  it("lets any officer at a counter tell what was called while the hub was gone, nothing else", () => {
    const officer = { role: "officer", rights: [], isLocked: false } as const;
    const told = (type: WireCommandType, reason: unknown, sender: Partial<Sender> = {}) =>
      refusalFor(type, { device: "counter", officer, ...sender }, { reason });
    expect(told("ticket:call", PAPER_MODE_REASON)).toBeNull();
    expect(told("ticket:call", "urgent")).toBe("forbidden");
    expect(told("ticket:call", [PAPER_MODE_REASON])).toBe("forbidden");
    expect(told("ticket:issue", PAPER_MODE_REASON)).toBe("forbidden");
    expect(told("ticket:call", PAPER_MODE_REASON, { device: "console" })).toBe("forbidden");
    expect(told("ticket:call", PAPER_MODE_REASON, { officer: null })).toBe("not_signed_in");
    expect(refusalFor("ticket:call", { device: "counter", officer }, null)).toBe("forbidden");
  });

  it("lets a phone cancel and rate its ticket and nothing else, and a display report its health only", () => {
    expect(sentBy("phone")).toEqual(["ticket:cancel", "feedback:rate"]);
    expect(sentBy("display")).toEqual(["device:health"]);
  });
});

/** What a device may send when no officer is signed in at it. */
function sentBy(device: DeviceRole): readonly string[] {
  return TYPES.filter((type) => refusalFor(type, { device, officer: null }, {}) === null);
}

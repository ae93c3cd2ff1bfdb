import type { Ack, PayloadOf, WireCommandType } from "@luot/contract";
import { refusal } from "../engine/CentreEngine.ts";
import { officerIdentity } from "../identity/OfficerDesk.ts";
import type { Connection } from "./Connection.ts";
import type { SocketDeps } from "./deps.ts";

/** Commands about sessions and devices: the hub's own, never in the journal. */
export type HubCommandType = Extract<
  WireCommandType,
  `officer:${string}` | `device:${string}` | "kiosk:call-help"
>;

type HubCommand<T extends HubCommandType> = (
  payload: PayloadOf<T>,
  connection: Connection,
  deps: SocketDeps,
) => Ack | Promise<Ack>;

/** How each is carried out. */
export const HUB_COMMANDS: { readonly [T in HubCommandType]: HubCommand<T> } = {
  "officer:sign-in": signIn,
  "officer:lock": lock,
  "officer:unlock": unlock,
  "officer:sign-out": signOut,
  "device:health": noteHealth,
  "kiosk:call-help": callHelp,
};

async function signIn(
  { username, password }: PayloadOf<"officer:sign-in">,
  connection: Connection,
  deps: SocketDeps,
): Promise<Ack> {
  const { device } = connection;
  if (device === null) return refusal("not_paired", "no device");
  const result = await deps.officers.signIn(device.id, username, password);
  if ("refused" in result) {
    deps.log.warn("sign-in refused", { device: device.id, code: result.refused });
    return refusal(result.refused, "sign-in refused");
  }
  connection.signedIn = result.signedIn;
  deps.log.info("officer signed in", { device: device.id, officer: username });
  const { officerId, name, role, rights } = officerIdentity(result.signedIn);
  const leads = device.role === "counter" ? { leads: deps.officers.leads() } : {};
  return done(deps, { officerId, name, role, rights, session: result.token, ...leads });
}

function lock(_payload: unknown, connection: Connection, deps: SocketDeps): Ack {
  if (connection.signedIn === null) return refusal("not_signed_in", "nobody is signed in");
  connection.signedIn = deps.officers.lock(connection.signedIn);
  return done(deps);
}

async function unlock(
  { pin }: PayloadOf<"officer:unlock">,
  connection: Connection,
  deps: SocketDeps,
): Promise<Ack> {
  if (connection.signedIn === null) return refusal("not_signed_in", "nobody is signed in");
  const result = await deps.officers.unlock(connection.signedIn, pin);
  if ("refused" in result) return refusal(result.refused, "unlock refused");
  connection.signedIn = result;
  return done(deps);
}

/** The officer's open counter is closed first; with a citizen at it, nobody signs out. */
async function signOut(_payload: unknown, connection: Connection, deps: SocketDeps): Promise<Ack> {
  const { device, signedIn } = connection;
  if (device === null || signedIn === null) return refusal("not_signed_in", "nobody is signed in");
  const officerId = signedIn.officer.id;
  const counter = [...deps.engine.state.counters.values()].find(
    (candidate) => candidate.officerId === officerId,
  );
  if (counter !== undefined) {
    const closed = await deps.engine.run({
      id: deps.newId(),
      type: "counter:close",
      payload: { counterId: counter.id },
      actor: { kind: "officer", id: officerId },
      deviceId: device.id,
    });
    if (!closed.ok) return closed;
  }
  deps.officers.signOut(device.id);
  connection.signedIn = null;
  return done(deps);
}

function noteHealth(
  { state, parts }: PayloadOf<"device:health">,
  { device }: Connection,
  deps: SocketDeps,
): Ack {
  if (device === null) return refusal("not_paired", "no device");
  deps.health.note(device, state, parts);
  deps.log.info("device health", { device: device.id, state, parts });
  return done(deps);
}

function callHelp(_payload: unknown, { device }: Connection, deps: SocketDeps): Ack {
  deps.alarms.raise("help_wanted", device?.name ?? "");
  return done(deps);
}

function done({ engine }: SocketDeps, data: Readonly<Record<string, unknown>> = {}): Ack {
  return { ok: true, data, seq: engine.state.seq };
}

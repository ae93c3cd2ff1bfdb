import {
  type Ack,
  COMMANDS,
  EnvelopeSchema,
  isWireCommandType,
  refusalFor,
  type WireCommandType,
} from "@luot/contract";
import type { Actor, Command, CommandType } from "@luot/domain";
import { z } from "zod";
import { refusal } from "../engine/CentreEngine.ts";
import type { Connection } from "./Connection.ts";
import { isDossierCommand } from "./dossierCommands.ts";
import { HUB_COMMANDS, type HubCommandType } from "./hubCommands.ts";
import { type KioskListener, syncOffline } from "./syncOffline.ts";
import type { SocketDeps } from "./deps.ts";

/**
 * Runs one raw message from the wire to an answer: shape, permission, rate, payload, then the
 * engine or the hub itself. Nothing that comes in is trusted before it is parsed.
 *
 * @param takeCommand whether this device may send another command now
 */
export async function dispatchCommand(
  raw: unknown,
  connection: Connection,
  deps: SocketDeps & KioskListener,
  takeCommand: (type: WireCommandType) => boolean,
  answer: (ack: Ack) => void,
): Promise<void> {
  const { signedIn } = connection;
  connection.signedIn = signedIn === null ? null : deps.officers.refresh(signedIn);
  const { sender } = connection;
  if (sender === null) return answer(refusal("hello_first", "say hello first"));
  const envelope = EnvelopeSchema.safeParse(raw);
  if (!envelope.success) return answer(refusal("bad_request", z.prettifyError(envelope.error)));
  const { id, type } = envelope.data;
  if (!isWireCommandType(type)) return answer(refusal("unknown_command", "no such command"));
  const denied = refusalFor(type, sender, envelope.data.payload);
  if (denied !== null) return answer(refusal(denied, type));
  if (!takeCommand(type)) return answer(refusal("rate_limited", "too many commands"));
  const payload = COMMANDS[type].payload.safeParse(envelope.data.payload);
  if (!payload.success) return answer(refusal("bad_request", z.prettifyError(payload.error)));
  if (isOtherCounter(connection, payload.data))
    return answer(refusal("forbidden", "this device belongs to another counter"));
  if (type === "kiosk:sync-offline")
    return answer(await syncOffline(payload.data as never, connection, deps));
  if (isDossierCommand(type))
    return answer(await deps.dossiers.answer(type, payload.data as never, connection));
  if (isHubCommand(type))
    return answer(await HUB_COMMANDS[type](payload.data as never, connection, deps));
  const command = {
    id,
    type: type satisfies CommandType,
    payload: payload.data,
    actor: actorOf(connection),
    deviceId: connection.device?.id ?? null,
  } as Command;
  deps.engine.submit(command, answer);
}

function isHubCommand(type: WireCommandType): type is HubCommandType {
  return Object.hasOwn(HUB_COMMANDS, type);
}

function isOtherCounter({ device }: Connection, payload: object): boolean {
  const own = device?.counterId ?? null;
  return own !== null && "counterId" in payload && payload.counterId !== own;
}

function actorOf({ view, device, signedIn, ticketId }: Connection): Actor {
  if (view === "phone") return { kind: "citizen", id: ticketId ?? "" };
  if (view === "counter" && signedIn !== null) return { kind: "officer", id: signedIn.officer.id };
  return { kind: "device", id: device?.id ?? "" };
}

import { HandshakeSchema, PROTOCOL } from "@luot/contract";
import type { IncomingMessage } from "node:http";
import type { Socket } from "socket.io";
import type { SignedIn } from "../identity/OfficerDesk.ts";
import { hashToken } from "../identity/tokens.ts";
import type { Device } from "@luot/store";
import type { SocketDeps } from "./deps.ts";

/** Who connects, as far as the handshake proves it. */
export interface Who {
  readonly device: Device | null;
  readonly signedIn: SignedIn | null;
}

/**
 * Reads the handshake. A token that proves nothing makes nobody of the client, who may then ask to
 * be paired.
 *
 * @returns the code of the refusal when it can't be read or the client is too old
 */
export function identify(
  auth: unknown,
  deps: Pick<SocketDeps, "identities" | "officers">,
): Who | "bad_request" | "protocol_too_old" {
  const handshake = HandshakeSchema.safeParse(auth);
  if (!handshake.success) return "bad_request";
  const { protocol, token, session } = handshake.data;
  if (protocol !== PROTOCOL) return "protocol_too_old";
  const device = token === undefined ? null : deps.identities.deviceByToken(hashToken(token));
  if (device === null || device.revokedAt !== null) return { device: null, signedIn: null };
  const signedIn = session === undefined ? null : deps.officers.find(session, device.id);
  return { device, signedIn };
}

/** Whether a page may connect: cross-origin rules of browsers do not cover WebSocket. */
export function isAllowedOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers;
  // No browser: kiosks of the shell, tools, tests. They prove themselves by their token.
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

const LOOPBACK = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;
const LOCAL_HOST = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/;

/**
 * Whether a request comes from the hub's own machine and was meant for it. The host is looked at as
 * well, because a page elsewhere can point a name of its own at 127.0.0.1.
 */
export function isLocal(address: string | undefined, host: string | undefined): boolean {
  return LOOPBACK.test(address ?? "") && LOCAL_HOST.test(host ?? "");
}

/** As `isLocal`, for a socket. */
export function isLocalSocket(socket: Socket): boolean {
  return isLocal(socket.request.socket.remoteAddress, socket.request.headers.host);
}

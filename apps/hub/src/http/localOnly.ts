import type { FastifyReply, FastifyRequest } from "fastify";
import { isLocal } from "../sockets/handshake.ts";

/** Lets only the hub's own machine pass, and there only its own pages and tools. */
export async function localOnly(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { origin, host } = request.headers;
  const isOwnPage = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  if (!isLocalRequest(request) || !isOwnPage) await reply.code(403).send({ error: "local_only" });
}

/** Whether a request comes from the hub's own machine and was meant for it. */
export function isLocalRequest({ socket, headers }: FastifyRequest): boolean {
  return isLocal(socket.remoteAddress, headers.host);
}

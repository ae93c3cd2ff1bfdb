import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { isLocal } from "../sockets/handshake.ts";
import type { HttpDeps } from "./deps.ts";

const PaperSchema = z.object({ id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/) });
const TIMEOUT_MS = 3_000;

/** Shows the paper roll of the virtual printer, which runs as a process of its own. */
export function printerRoutes(http: FastifyInstance, deps: HttpDeps): void {
  http.get("/api/printer/roll", (request, reply) =>
    isLocal(request.socket.remoteAddress, request.headers.host)
      ? passOn(deps, "/roll.json", reply)
      : reply.code(403).send({ error: "local_only" }),
  );
  http.get("/api/printer/paper/:id", (request, reply) => {
    const params = PaperSchema.safeParse(request.params);
    if (!params.success) return reply.code(404).send({ error: "not_found" });
    return isLocal(request.socket.remoteAddress, request.headers.host)
      ? passOn(deps, `/paper/${params.data.id}.png`, reply)
      : reply.code(403).send({ error: "local_only" });
  });
}

async function passOn(
  { printerRollUrl, log }: HttpDeps,
  path: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (printerRollUrl === null) return reply.code(404).send({ error: "no_virtual_printer" });
  try {
    const answer = await fetch(`${printerRollUrl}${path}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const type = answer.headers.get("content-type") ?? "application/octet-stream";
    return await reply
      .code(answer.status)
      .type(type)
      .header("cache-control", "no-store")
      .send(Buffer.from(await answer.arrayBuffer()));
  } catch (cause) {
    log.warn("the virtual printer does not answer", { cause });
    return reply.code(502).send({ error: "printer_unreachable" });
  }
}

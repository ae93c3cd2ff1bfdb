import type { FastifyReply } from "fastify";

/** Lets a page of another origin read the answer, where it is one of the centre's own screens. */
export function letRead(
  origin: string | undefined,
  allowed: readonly string[],
  reply: FastifyReply,
): void {
  // Said also where there is no origin: a cache must not hand one page what another was told.
  reply.header("vary", "origin");
  if (origin !== undefined && allowed.includes(origin))
    reply.header("access-control-allow-origin", origin);
}

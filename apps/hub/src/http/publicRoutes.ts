import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { HttpDeps } from "./deps.ts";
import { letRead } from "./letRead.ts";

const VersionSchema = z.object({ version: z.coerce.number().int().positive() });
const TokenSchema = z.object({ token: z.string().regex(/^[A-Z2-7]{1,64}$/) });

const HEALTH_COUNTS_MS = 1_000;

/** What anybody on the LAN may ask. */
export function publicRoutes(http: FastifyInstance, deps: HttpDeps): void {
  const health = { canWrite: false, checkedAt: -Infinity };
  http.get("/health", (_request, reply) => {
    // Each check is a write to the disk, and anybody on the LAN may ask: once a second will do.
    if (Math.abs(deps.now() - health.checkedAt) >= HEALTH_COUNTS_MS) {
      health.canWrite = canStore(deps);
      health.checkedAt = deps.now();
    }
    const { canWrite } = health;
    return reply.code(canWrite ? 200 : 503).send({
      status: canWrite ? "ok" : "cannot_store",
      version: deps.version,
      // Whoever knew the hub by another address knows it again.
      epoch: deps.epoch,
      seq: deps.engine.state.seq,
      day: deps.engine.state.day,
    });
  });

  http.get("/metrics", async (_request, reply) => {
    const text = await deps.metrics.text(deps.sockets().countByView());
    return reply.type(deps.metrics.contentType).send(text);
  });

  // For a machine that is being set up, and has heard of no version yet.
  http.get("/api/settings/current", (request, reply) => {
    letRead(request.headers.origin, deps.allowedOrigins, reply);
    return reply.header("cache-control", "no-store").send(deps.engine.state.settings);
  });

  // A version never changes, so whoever has it need not ask again.
  http.get("/api/settings/:version", (request, reply) => {
    letRead(request.headers.origin, deps.allowedOrigins, reply);
    const params = VersionSchema.safeParse(request.params);
    const found = params.success ? deps.store.settings.find(params.data.version) : null;
    if (found === null) return reply.code(404).send({ error: "not_found" });
    const tag = `"${found.hash}"`;
    reply.header("etag", tag).header("cache-control", "public, max-age=31536000, immutable");
    if (request.headers["if-none-match"] === tag) return reply.code(304).send();
    return reply.send(found.settings);
  });

  // Short enough for a coarse QR code on paper.
  http.get("/p/:token", (request, reply) => {
    const params = TokenSchema.safeParse(request.params);
    if (!params.success) return reply.code(404).send({ error: "not_found" });
    return reply.redirect(`/phone/?t=${params.data.token}`);
  });
}

/** Writes a moment into the database: what can't be written can't be promised either. */
function canStore({ store, now, log }: HttpDeps): boolean {
  try {
    store.meta.write("health_checked_at", String(now()));
    return true;
  } catch (cause) {
    log.error("the store can't be written", { cause });
    return false;
  }
}

import type { FastifyInstance } from "fastify";
import { importCatalogue } from "../catalogue/importCatalogue.ts";
import type { HttpDeps } from "./deps.ts";
import { letRead } from "./letRead.ts";
import { localOnly } from "./localOnly.ts";

const CATALOGUE_LIMIT_BYTES = 32 * 1024 * 1024;

/** The catalogue of procedures: for screens, and its import for the command line. */
export function catalogueRoutes(http: FastifyInstance, deps: HttpDeps): void {
  // Asked again at every start of a screen, and answered in a few bytes when nothing changed.
  http.get("/api/procedures", (request, reply) => {
    letRead(request.headers.origin, deps.allowedOrigins, reply);
    reply.header("cache-control", "no-cache");
    const hash = deps.store.catalogue.hash();
    if (hash === null) return reply.code(404).send({ error: "not_found" });
    reply.header("etag", `"${hash}"`);
    if (request.headers["if-none-match"] === `"${hash}"`) return reply.code(304).send();
    return reply
      .type("application/json; charset=utf-8")
      .send(deps.store.catalogue.text()?.body ?? "null");
  });

  const large = { onRequest: localOnly, bodyLimit: CATALOGUE_LIMIT_BYTES };
  http.post("/api/launcher/import-catalogue", large, (request, reply) => {
    const { settings } = deps.engine.state;
    const imported = importCatalogue(request.body, deps.store.catalogue, settings, deps.now());
    if (!imported.ok)
      return reply.code(400).send({ error: "bad_catalogue", message: imported.error });
    deps.log.info("catalogue imported", { ...imported.value });
    return reply.send(imported.value);
  });
}

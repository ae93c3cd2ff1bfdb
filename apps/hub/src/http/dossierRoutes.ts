import { DossierSourceSchema, MAX_SAMPLE_BYTES, MappingTrialSchema } from "@luot/contract";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { adminState, runDetails } from "../dossiers/adminState.ts";
import { MAX_FILE_BYTES } from "../dossiers/files/limits.ts";
import { makePushKey } from "../dossiers/sources/pushKey.ts";
import { FILES } from "../dossiers/sources/Sources.ts";
import type { Dossiers } from "../dossiers/startDossiers.ts";
import { faultsOf } from "../dossiers/tasks/tryMapping.ts";
import { localOnly } from "./localOnly.ts";

/** What the routes of dossiers need. */
export interface DossierRoutesDeps {
  readonly dossiers: Dossiers;
  readonly now: () => number;
}

const ROOT = "/api/launcher/dossiers";
const ImportQuerySchema = z.object({
  source: z.string().max(64).default(FILES.id),
  name: z.string().trim().min(1).max(150),
});
const IdSchema = z.object({ id: z.string().max(64) });
const RunSchema = z.object({ id: z.coerce.number().int().positive() });
/** Base64 and what is around it. */
const TRIAL_BYTES = MAX_SAMPLE_BYTES * 2;
/** Files that wait are held in memory. */
const MOST_WAITING = 2;

/**
 * Administration of dossiers, for the hub's own machine alone: upload, sources, mappings, runs. Who
 * is far away is turned off before a body is read.
 */
export function dossierRoutes(http: FastifyInstance, deps: DossierRoutesDeps): void {
  void http.register(async (scope) => {
    scope.addHook("onRequest", localOnly);
    importRoute(scope, deps);
    readRoutes(scope, deps);
    sourceRoutes(scope, deps);
    mappingRoute(scope, deps);
  });
}

function importRoute(http: FastifyInstance, { dossiers, now }: DossierRoutesDeps): void {
  let waiting = 0;
  http.addContentTypeParser(
    "application/octet-stream",
    { parseAs: "buffer", bodyLimit: MAX_FILE_BYTES },
    (_request, body, done) => done(null, body),
  );
  http.post(`${ROOT}/import`, { bodyLimit: MAX_FILE_BYTES }, async (request, reply) => {
    const query = ImportQuerySchema.safeParse(request.query);
    if (!query.success) return badRequest(reply, z.prettifyError(query.error));
    if (!Buffer.isBuffer(request.body)) return badRequest(reply, "send the file as octet-stream");
    const source = dossiers.sources.find(query.data.source);
    if (source === null) return notFound(reply, "unknown_source");
    if (waiting >= MOST_WAITING) return reply.code(503).send({ error: "busy" });
    waiting += 1;
    try {
      const report = await dossiers.writer.run("import-file", {
        source: source.id,
        name: query.data.name,
        mapping: source.mapping,
        // A copy: the bytes move to the thread, and Node's own pool can't.
        content: { kind: "bytes", bytes: new Uint8Array(request.body) },
        at: now(),
        asOf: now(),
      });
      return await reply.send(report);
    } finally {
      waiting -= 1;
    }
  });
}

function readRoutes(http: FastifyInstance, { dossiers }: DossierRoutesDeps): void {
  http.get(ROOT, (_request, reply) =>
    reply.header("cache-control", "no-store").send(adminState(dossiers)),
  );
  http.get(`${ROOT}/runs/:id`, (request, reply) => {
    const wish = RunSchema.safeParse(request.params);
    const details = wish.success ? runDetails(dossiers.register, wish.data.id) : null;
    if (details === null) return notFound(reply, "unknown_run");
    return reply.header("cache-control", "no-store").send(details);
  });
}

function sourceRoutes(http: FastifyInstance, { dossiers }: DossierRoutesDeps): void {
  const { sources, connectors } = dossiers;
  http.put(`${ROOT}/sources/:id`, async (request, reply) => {
    const { id } = IdSchema.parse(request.params);
    const source = DossierSourceSchema.safeParse(request.body);
    if (!source.success) return badRequest(reply, z.prettifyError(source.error));
    if (source.data.id !== id) return badRequest(reply, "the id is another than the address's");
    const before = sources.find(id);
    if (before !== null && before.kind !== source.data.kind)
      return badRequest(reply, `the source "${id}" is of kind ${before.kind}`);
    const { mapping } = source.data;
    const [fault] = typeof mapping === "string" ? [] : faultsOf(mapping);
    if (fault !== undefined) return badRequest(reply, `mapping.${fault.path}: ${fault.message}`);
    await sources.put(source.data);
    return reply.send({});
  });
  http.delete(`${ROOT}/sources/:id`, async (request, reply) => {
    const { id } = IdSchema.parse(request.params);
    return (await sources.remove(id)) ? reply.send({}) : notFound(reply, "unknown_source");
  });
  http.post(`${ROOT}/sources/:id/run`, (request, reply) => {
    const { id } = IdSchema.parse(request.params);
    const isRun = connectors.some((connector) => connector.runNow(id));
    return isRun ? reply.code(202).send({}) : notFound(reply, "unknown_source");
  });
  http.post(`${ROOT}/sources/:id/key`, async (request, reply) => {
    const { id } = IdSchema.parse(request.params);
    if (sources.find(id)?.kind !== "push") return notFound(reply, "unknown_source");
    const key = await makePushKey(dossiers.writer, id);
    return reply.header("cache-control", "no-store").send({ key });
  });
}

function mappingRoute(http: FastifyInstance, { dossiers, now }: DossierRoutesDeps): void {
  http.post(`${ROOT}/mapping/test`, { bodyLimit: TRIAL_BYTES }, async (request, reply) => {
    const trial = MappingTrialSchema.safeParse(request.body);
    if (!trial.success) return badRequest(reply, z.prettifyError(trial.error));
    const { mapping, sample } = trial.data;
    const bytes = new Uint8Array(Buffer.from(sample, "base64"));
    const result = await dossiers.writer.run("try-mapping", { mapping, bytes, now: now() });
    return reply.header("cache-control", "no-store").send(result);
  });
}

function badRequest(reply: FastifyReply, message: string): FastifyReply {
  return reply.code(400).send({ error: "bad_request", message });
}

function notFound(reply: FastifyReply, error: string): FastifyReply {
  return reply.code(404).send({ error });
}

import Fastify, { type FastifyInstance } from "fastify";
import { catalogueRoutes } from "./catalogueRoutes.ts";
import { countBoard } from "../dossiers/board.ts";
import { dossierSettingsOf } from "../dossiers/dossierSettings.ts";
import { outRoutes } from "../dossiers/out/outRoutes.ts";
import { pushRoutes } from "../dossiers/push/pushRoutes.ts";
import { registerPortOf } from "../dossiers/registerPortOf.ts";
import { sourceOfPushKey } from "../dossiers/sources/pushKey.ts";
import type { HubDossiers } from "../dossiers/openDossiers.ts";
import { boardRoutes } from "./boardRoutes.ts";
import { demoRoutes } from "./demoRoutes.ts";
import { dossierRoutes } from "./dossierRoutes.ts";
import { localRoutes } from "./localRoutes.ts";
import type { HttpDeps } from "./deps.ts";
import { printerRoutes } from "./printerRoutes.ts";
import { publicRoutes } from "./publicRoutes.ts";
import { screenRoutes } from "./screenRoutes.ts";
import { UPDATE_WITHIN_MS, updateRoutes } from "./updateRoutes.ts";

const BODY_LIMIT_BYTES = 16_384;

/** What every page may do: load and connect to its own hub, nothing else. */
const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; " +
    "connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
};

/** The hub's few routes over HTTP: health, metrics, settings, screens, and what is local alone. */
export async function createHttp(deps: HttpDeps): Promise<FastifyInstance> {
  const http = Fastify({ bodyLimit: BODY_LIMIT_BYTES, logger: false, forceCloseConnections: true });
  http.addHook("onSend", async (_request, reply) => {
    for (const [name, value] of Object.entries(HEADERS))
      if (!reply.hasHeader(name)) reply.header(name, value);
  });
  http.setErrorHandler((error: unknown, request, reply) => {
    const status = statusOf(error);
    if (status >= 500)
      deps.log.error("a request failed", { url: request.routeOptions.url, cause: error });
    return reply.code(status).send({ error: status >= 500 ? "internal" : "bad_request" });
  });
  http.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: "not_found" }));
  publicRoutes(http, deps);
  catalogueRoutes(http, deps);
  localRoutes(http, deps);
  if (deps.dossiers !== null) registerRoutes(http, deps, deps.dossiers);
  printerRoutes(http, deps);
  demoRoutes(http, deps);
  updateRoutes(http, { ...deps, withinMs: UPDATE_WITHIN_MS });
  await screenRoutes(http, deps);
  return http;
}

function registerRoutes(http: FastifyInstance, deps: HttpDeps, dossiers: HubDossiers): void {
  const { register, writer, sources, settings } = dossiers;
  dossierRoutes(http, { dossiers, now: deps.now });
  outRoutes(http, dossiers.out);
  boardRoutes(http, {
    boardOf: (period, date) =>
      countBoard({ register, settings: settings(), now: deps.now() }, period, date),
    allowedOrigins: deps.allowedOrigins,
    now: deps.now,
  });
  pushRoutes(http, {
    keys: { sourceOf: (key) => sourceOfPushKey(register, key) },
    findSource: (id) => sources.find(id),
    register: registerPortOf(writer),
    extraCodes: () => dossierSettingsOf(settings()).extraCodes,
    now: deps.now,
    version: deps.version,
    log: deps.log,
  });
}

function statusOf(error: unknown): number {
  const status =
    typeof error === "object" && error !== null && "statusCode" in error ? error.statusCode : 500;
  return typeof status === "number" && status >= 400 && status < 600 ? status : 500;
}

import type { DossierSource } from "@luot/contract";
import type { Logger } from "@luot/kit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { KeyedBuckets } from "../desk/KeyedBuckets.ts";
import { readRows } from "../pull/readRows.ts";
import type { PortReport, PortRow, RegisterPort } from "../pull/RegisterPort.ts";
import { openApi } from "./openApi.ts";
import {
  MAX_PUSH_BYTES,
  type PushAnswer,
  PushBodySchema,
  type PushError,
  type PushResult,
} from "./pushSchemas.ts";

/** What taking dossiers over the network needs. */
export interface PushDeps {
  /** The source a key belongs to, or `null`; takes as long whatever the key. */
  readonly keys: { readonly sourceOf: (key: string) => string | null };
  readonly findSource: (id: string) => DossierSource | null;
  readonly register: RegisterPort;
  /** Patterns of other systems' numbers that are codes here too. */
  readonly extraCodes: () => readonly string[];
  readonly now: () => number;
  readonly version: string;
  readonly log: Logger;
}

/** Batches of one source: a million dossiers take under an hour. */
const BATCHES = { burst: 30, perSecond: 0.5 };
/** Of one address without a key that opens anything. */
const STRANGERS = { burst: 10, perSecond: 0.2 };
const WAIT_SECONDS = 10;
const BEARER = /^Bearer ([\x21-\x7e]{1,200})$/;

/**
 * `POST /api/v1/dossiers`: takes dossiers from servers that have a key; and
 * `GET /api/v1/openapi.json`, which says how.
 */
export function pushRoutes(http: FastifyInstance, deps: PushDeps): void {
  const gate = createGate(deps);
  const description = openApi(deps.version);
  http.get("/api/v1/openapi.json", (_request, reply) => reply.send(description));

  // The key is looked at before the body is read: a stranger sends nothing large.
  const options = { bodyLimit: MAX_PUSH_BYTES, onRequest: gate.check };
  http.post("/api/v1/dossiers", options, async (request, reply) => {
    const source = gate.sourceOf(request);
    if (source === null) return refuse(reply, 401, "bad_key");
    const body = PushBodySchema.safeParse(request.body);
    if (!body.success) return refuse(reply, 400, "bad_request");
    try {
      return await reply.send(await take(deps, source, body.data.data));
    } catch (cause) {
      deps.log.error("pushed dossiers could not be kept", { source: source.id, cause });
      return refuse(reply, 503, "unavailable");
    }
  });
}

interface Gate {
  readonly check: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  /** The source of a request that passed. */
  readonly sourceOf: (request: FastifyRequest) => DossierSource | null;
}

function createGate({ keys, findSource, now }: PushDeps): Gate {
  const passed = new WeakMap<FastifyRequest, DossierSource>();
  const batches = new KeyedBuckets(BATCHES);
  const strangers = new KeyedBuckets(STRANGERS);
  return {
    sourceOf: (request) => passed.get(request) ?? null,
    check: async (request, reply) => {
      const key = BEARER.exec(request.headers.authorization ?? "")?.[1];
      const id = key === undefined ? null : keys.sourceOf(key);
      const source = id === null ? null : findSource(id);
      if (source?.kind !== "push") {
        if (strangers.take(request.ip, now())) await refuse(reply, 401, "bad_key");
        else await refuse(reply, 429, "rate_limited");
        return;
      }
      if (!source.isOn) await refuse(reply, 409, "source_off");
      else if (!batches.take(source.id, now())) await refuse(reply, 429, "rate_limited");
      else passed.set(request, source);
    },
  };
}

function refuse(reply: FastifyReply, status: number, error: PushError["error"]): FastifyReply {
  if (status === 429 || status === 503) reply.header("retry-after", String(WAIT_SECONDS));
  return reply.code(status).send({ error } satisfies PushError);
}

/** Keeps a batch as a run of its own, together or not at all. */
async function take(
  { register, extraCodes, now }: PushDeps,
  source: DossierSource,
  records: readonly unknown[],
): Promise<PushAnswer> {
  const at = now();
  const run = await register.beginRun({ source: source.id, name: "push", fingerprint: null, at });
  const rows = readRows(records, {
    mapping: source.mapping,
    at,
    extraCodes: extraCodes(),
    firstRow: 1,
    clockAheadMs: 0,
  });
  try {
    const report = await register.apply({ source: source.id, run, at, rows, cursor: undefined });
    await register.endRun(run, { outcome: "done", reason: null, at: now(), asOf: at });
    return { run, results: resultsOf(rows, report) };
  } catch (cause) {
    // Whoever can't keep the rows may not be able to note that either; the first cause is told.
    const end = { outcome: "failed", reason: "register_failed", at: now(), asOf: null } as const;
    await register.endRun(run, end).catch(() => undefined);
    throw cause;
  }
}

function resultsOf(rows: readonly PortRow[], report: PortReport): PushResult[] {
  const faults = new Map<number, PushResult["faults"]>();
  const note = (row: number, fault: PushResult["faults"][number]): void => {
    faults.set(row, [...(faults.get(row) ?? []), fault]);
  };
  for (const row of rows)
    for (const { field, path, reason } of "faults" in row ? row.faults : [])
      note(row.row, { field, path: path ?? null, reason });
  // What could not be read was said already, with its place.
  for (const { row, field, reason } of report.refusals)
    if ("record" in (rows[row - 1] ?? {})) note(row, { field, path: null, reason });
  return rows.map((row, index) => ({
    index,
    code: "record" in row ? row.record.code : null,
    outcome: report.outcomes[index] ?? "refused",
    faults: faults.get(row.row) ?? [],
  }));
}

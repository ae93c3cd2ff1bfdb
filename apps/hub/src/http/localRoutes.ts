import type { FastifyInstance, FastifyReply } from "fastify";
import { PairingCodeSchema, SlugSchema } from "@luot/contract";
import { z } from "zod";
import type { HttpDeps } from "./deps.ts";
import { isLocalRequest, localOnly } from "./localOnly.ts";
import { settingsRoutes } from "./settingsRoutes.ts";

const PairSchema = z.strictObject({
  code: PairingCodeSchema,
  role: z.enum(["kiosk", "counter", "display"]),
  name: z.string().trim().min(1).max(60),
  counterId: SlugSchema.nullable(),
  zone: SlugSchema.nullable(),
});
const IdSchema = z.strictObject({ id: z.string().min(1).max(200) });

/**
 * What only the hub's own machine may ask: the launcher and the command line. It pairs devices and,
 * in a demonstration, knows passwords, so neither another machine nor a foreign page gets in.
 */
export function localRoutes(http: FastifyInstance, deps: HttpDeps): void {
  http.get("/api/launcher", async (request, reply) =>
    reply.header("cache-control", "no-store").send(launcherState(deps, isLocalRequest(request))),
  );

  http.post("/api/launcher/pair", { onRequest: localOnly }, (request, reply) => {
    const body = PairSchema.safeParse(request.body);
    if (!body.success) return badRequest(reply, body.error);
    const { code, ...decision } = body.data;
    if (!isKnownCounter(deps, decision.counterId))
      return reply.code(404).send({ error: "unknown_counter" });
    const device = deps.pairing.confirm(code, decision);
    if (device === null) return reply.code(404).send({ error: "unknown_code" });
    deps.log.info("device paired", { device: device.id, role: device.role });
    return reply.send({ deviceId: device.id });
  });

  http.post("/api/launcher/revoke", { onRequest: localOnly }, (request, reply) => {
    const body = IdSchema.safeParse(request.body);
    if (!body.success) return badRequest(reply, body.error);
    if (!deps.store.identities.revokeDevice(body.data.id, deps.now()))
      return reply.code(404).send({ error: "unknown_device" });
    deps.sockets().dropDevice(body.data.id);
    deps.log.info("device revoked", { device: body.data.id });
    return reply.send({});
  });

  http.post("/api/launcher/clear-alarm", { onRequest: localOnly }, (request, reply) => {
    const body = IdSchema.safeParse(request.body);
    if (!body.success) return badRequest(reply, body.error);
    return deps.alarms.clear(body.data.id)
      ? reply.send({})
      : reply.code(404).send({ error: "unknown_alarm" });
  });

  http.post("/api/launcher/confirm-clock", { onRequest: localOnly }, async (_request, reply) => {
    await deps.dayClock.confirm();
    return reply.send({});
  });

  http.post("/api/launcher/paper-changed", { onRequest: localOnly }, (_request, reply) => {
    deps.roll.change();
    return reply.send({});
  });

  settingsRoutes(http, deps);
}

/** The launcher's picture of the hub. Secrets only for the hub's own machine. */
function launcherState(deps: HttpDeps, isLocalCaller: boolean): Readonly<Record<string, unknown>> {
  const { engine, store, alarms, pairing } = deps;
  const { state } = engine;
  const connected = deps.sockets().connectedDevices();
  return {
    isLocal: isLocalCaller,
    hub: {
      version: deps.version,
      epoch: deps.epoch,
      seq: state.seq,
      day: state.day,
      isOpen: state.isOpen,
      startedAt: deps.startedAt,
      now: deps.now(),
      isDemo: state.settings.centre.isDemo,
      isLoadTest: deps.isLoadTest,
      isClockSuspect: deps.dayClock.isSuspect,
      settingsVersion: state.settings.version,
      printer: deps.printerState(),
      roll: deps.roll.state(),
      hasPrinterRoll: deps.printerRollUrl !== null,
      connections: deps.sockets().countByView(),
      totals: state.totals,
    },
    alarms: alarms.all(),
    devices: isLocalCaller
      ? store.identities.devices().map((device) => ({
          ...device,
          isConnected: connected.has(device.id),
          parts: deps.health.partsOf(device.id),
        }))
      : [],
    pairings: isLocalCaller ? pairing.pending() : [],
    accounts: isLocalCaller ? deps.accounts : [],
  };
}

function isKnownCounter({ engine }: HttpDeps, counterId: string | null): boolean {
  return counterId === null || engine.state.index.counters.has(counterId);
}

function badRequest(reply: FastifyReply, error: z.ZodError): FastifyReply {
  return reply.code(400).send({ error: "bad_request", message: z.prettifyError(error) });
}

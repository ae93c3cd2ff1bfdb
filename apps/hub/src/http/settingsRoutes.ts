import { SettingsSchema } from "@luot/contract";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { HttpDeps } from "./deps.ts";
import { localOnly } from "./localOnly.ts";

const SETTINGS_LIMIT_BYTES = 8 * 1024 * 1024;

/** Import and export of settings for the command line beside a running hub. */
export function settingsRoutes(http: FastifyInstance, deps: HttpDeps): void {
  const large = { onRequest: localOnly, bodyLimit: SETTINGS_LIMIT_BYTES };
  http.post("/api/launcher/import-settings", large, async (request, reply) => {
    const body = SettingsSchema.safeParse(request.body);
    if (!body.success)
      return reply.code(400).send({ error: "bad_request", message: z.prettifyError(body.error) });
    const { centre } = deps.engine.state;
    if (body.data.centre.id !== centre) {
      const message = `this hub serves the centre "${centre}", not "${body.data.centre.id}"`;
      return reply.code(409).send({ error: "other_centre", message });
    }
    const ack = await deps.settings.add(body.data, deps.now());
    if (ack.ok) return reply.send({});
    const { code, details } = ack.error;
    return reply
      .code(409)
      .send({ error: code, message: `${code} ${JSON.stringify(details ?? {})}` });
  });

  http.post("/api/launcher/export-settings", { onRequest: localOnly }, (_request, reply) =>
    reply.send(deps.engine.state.settings),
  );
}

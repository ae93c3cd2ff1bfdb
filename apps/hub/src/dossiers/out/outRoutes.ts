import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { localOnly } from "../../http/localOnly.ts";
import { type DossierOut, OutSettingsSchema } from "./DossierOut.ts";

/** Who is told of numbers taken for a dossier: for the command line and console of the hub's machine. */
export function outRoutes(http: FastifyInstance, out: DossierOut): void {
  http.get("/api/launcher/dossiers/out", { onRequest: localOnly }, (_request, reply) =>
    reply.send(out.state()),
  );

  http.put("/api/launcher/dossiers/out", { onRequest: localOnly }, async (request, reply) => {
    const settings = OutSettingsSchema.safeParse(request.body);
    if (!settings.success) {
      const message = z.prettifyError(settings.error);
      return reply.code(400).send({ error: "bad_request", message });
    }
    const refusal = await out.use(settings.data);
    if (refusal !== null) return reply.code(409).send({ error: refusal });
    return reply.send(out.state());
  });
}

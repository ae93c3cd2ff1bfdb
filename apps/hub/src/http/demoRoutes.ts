import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DemoDossiersSchema } from "@luot/contract";
import type { FastifyInstance } from "fastify";
import { localOnly } from "./localOnly.ts";

/** What the demonstration's routes need. */
export interface DemoRoutesDeps {
  /** The hub's data folder. */
  readonly data: string;
}

/** `GET /api/launcher/demo-dossiers`: codes to try at a kiosk, where `npm start` made some up. */
export function demoRoutes(http: FastifyInstance, { data }: DemoRoutesDeps): void {
  http.get("/api/launcher/demo-dossiers", { onRequest: localOnly }, (_request, reply) => {
    const samples = DemoDossiersSchema.safeParse(readSamples(data));
    if (!samples.success) return reply.code(404).send({ error: "not_found" });
    return reply.header("cache-control", "no-store").send(samples.data);
  });
}

/** `null` where there are none, as in every centre that is no demonstration. */
function readSamples(data: string): unknown {
  try {
    return JSON.parse(readFileSync(join(data, "dossiers", "demo.json"), "utf8"));
  } catch {
    // No file, or half of one: there is nothing to try.
    return null;
  }
}

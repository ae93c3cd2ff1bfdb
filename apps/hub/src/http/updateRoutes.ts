import { constants, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import type { HttpDeps } from "./deps.ts";

/** The apps' names and plain file names: nothing that leads out of the folder can be written so. */
const UpdateSchema = z.object({
  app: z.enum(["kiosk", "counter", "display"]),
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+~-]{0,127}$/u),
});

/** A hall that is switched on in the morning must not keep the hub from its queue. */
const MOST_AT_ONCE = 4;
const RETRY_AFTER_S = 600;

/**
 * Half an hour is enough for the largest package over a slow line. Without an end four machines that
 * read nothing, or were switched off on the way, would keep all others from theirs.
 */
export const UPDATE_WITHIN_MS = 30 * 60_000;

/** What the routes of updates need. */
interface UpdateRoutesDeps extends Pick<HttpDeps, "data" | "log"> {
  /** How long one download may take. */
  readonly withinMs: number;
}

/**
 * Serves packages of the desktop apps from `updates/<app>/` of the data folder, where whoever
 * administers the centre puts what the packager made. Nothing can be put there over the network,
 * and the hub vouches for nothing: the apps check the signature.
 */
export function updateRoutes(
  http: FastifyInstance,
  { data, log, withinMs }: UpdateRoutesDeps,
): void {
  let inFlight = 0;
  http.get("/updates/:app/:file", { exposeHeadRoute: false }, async (request, reply) => {
    const wish = UpdateSchema.safeParse(request.params);
    if (!wish.success) return notFound(reply);
    const { app, file: name } = wish.data;
    const found = await openPlainFile(join(data, "updates", app, name));
    if (found === null) return notFound(reply);
    const { file, stats } = found;
    if (!name.endsWith(".json") && inFlight >= MOST_AT_ONCE) {
      await file.close();
      return reply.code(503).header("retry-after", RETRY_AFTER_S).send({ error: "busy" });
    }
    inFlight += 1;
    const body = file.createReadStream();
    const timer = setTimeout(() => {
      log.warn("an update was not read in time", { app, name });
      reply.raw.destroy();
    }, withinMs);
    body.once("close", () => {
      clearTimeout(timer);
      inFlight -= 1;
    });
    body.once("error", (cause) => log.error("an update can't be read", { app, name, cause }));
    return reply
      .header("content-length", stats.size)
      .header("cache-control", "no-cache")
      .type(name.endsWith(".json") ? "application/json" : "application/octet-stream")
      .send(body);
  });
}

/** Opens a file that is one, and no link to elsewhere; `null` for all else. */
async function openPlainFile(
  path: string,
): Promise<{ readonly file: FileHandle; readonly stats: Stats } | null> {
  let file: FileHandle;
  try {
    // Neither flag is there on Windows, where making a link takes more rights than the hub has.
    const flags = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    file = await open(path, constants.O_RDONLY | flags);
  } catch {
    // Not there, a link, or not ours to read: to whoever asks it is the same.
    return null;
  }
  const stats = await file.stat();
  if (stats.isFile()) return { file, stats };
  await file.close();
  return null;
}

function notFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: "not_found" });
}

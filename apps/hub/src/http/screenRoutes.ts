import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { HttpDeps } from "./deps.ts";

const SCREENS = ["kiosk", "counter", "display", "console", "phone"] as const;
const MISSING = "The screens are not built yet. Run: npm start";

/** The screens, as built by `scripts/build-screens.ts`, and the voice pack of the displays. */
export async function screenRoutes(http: FastifyInstance, deps: HttpDeps): Promise<void> {
  let isFirst = true;
  const serve = async (prefix: string, root: string): Promise<void> => {
    await http.register(fastifyStatic, {
      root,
      prefix,
      decorateReply: isFirst,
      // Asset names carry their hash; pages are asked for each time, so that an update is seen.
      setHeaders: (reply, path) => {
        const caching = path.includes("/assets/")
          ? "public, max-age=31536000, immutable"
          : "no-cache";
        void reply.header("cache-control", caching);
      },
    });
    isFirst = false;
  };
  for (const screen of SCREENS) {
    const root = join(deps.screensFolder, screen, "dist");
    if (existsSync(root)) await serve(`/${screen}/`, root);
    else
      http.get(`/${screen}/`, (_request, reply) =>
        reply.code(503).type("text/plain").send(MISSING),
      );
    http.get(`/${screen}`, (request, reply) => {
      const query = request.url.slice(request.url.indexOf("?"));
      return reply.redirect(`/${screen}/${request.url.includes("?") ? query : ""}`);
    });
  }
  if (existsSync(deps.voiceFolder)) await serve("/voice/", deps.voiceFolder);
  const launcher = join(deps.screensFolder, "console", "dist");
  for (const path of ["/", "/dossiers", "/printer"])
    http.get(path, (_request, reply) =>
      existsSync(launcher)
        ? reply.header("cache-control", "no-cache").sendFile("index.html", launcher)
        : reply.code(503).type("text/plain").send(MISSING),
    );
}

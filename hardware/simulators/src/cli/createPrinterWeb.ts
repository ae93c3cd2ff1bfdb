import { Buffer } from "node:buffer";
import fastify, { type FastifyInstance } from "fastify";
import type { VirtualPrinter } from "../createVirtualPrinter.ts";
import type { PrinterCondition } from "../printer/PrinterCondition.ts";
import { rasterToPng } from "../rasterToPng.ts";

const CONDITION_SCHEMA = {
  type: "object",
  additionalProperties: false,
  minProperties: 1,
  properties: {
    paper: { enum: ["ok", "near", "out"] },
    cover: { enum: ["closed", "open"] },
    cutter: { enum: ["ok", "error"] },
    isSilent: { type: "boolean" },
    isClone: { type: "boolean" },
    paperRowsLeft: { type: ["integer", "null"], minimum: 1 },
    coverRowsLeft: { type: ["integer", "null"], minimum: 1 },
    dropAfterBytes: { type: ["integer", "null"], minimum: 0 },
    loss: {
      type: ["object", "null"],
      additionalProperties: false,
      required: ["afterBytes", "bytes"],
      properties: {
        afterBytes: { type: "integer", minimum: 0 },
        bytes: { type: "integer", minimum: 1 },
      },
    },
    msPerByte: { type: "number", minimum: 0, maximum: 1000 },
    replyDelayMs: { type: "integer", minimum: 0, maximum: 600_000 },
    replies: { enum: ["once", "twice", "reversed"] },
  },
} as const;

/**
 * The virtual printer's paper over HTTP: `GET /roll.json`, `GET /paper/:id.png`,
 * `POST /condition`. Not listening yet.
 */
export function createPrinterWeb(printer: VirtualPrinter): FastifyInstance {
  // Strict: a mistyped condition is refused, and not quietly dropped or converted.
  const web = fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
  web.get("/roll.json", (_request, reply) => {
    void reply.header("cache-control", "no-store");
    return roll(printer);
  });
  web.get<{ Params: { file: string } }>("/paper/:file", (request, reply) => {
    const id = Number(/^(\d+)\.png$/.exec(request.params.file)?.[1] ?? Number.NaN);
    const paper = printer.papers.find((each) => each.id === id);
    if (paper === undefined) return reply.code(404).send({ error: "no_such_paper" });
    // A paper never changes, but its number comes again when the printer is started anew.
    void reply.header("cache-control", "no-store").type("image/png");
    return reply.send(Buffer.from(rasterToPng(paper.raster)));
  });
  web.post<{ Body: Partial<PrinterCondition> }>(
    "/condition",
    { schema: { body: CONDITION_SCHEMA } },
    (request) => {
      printer.setCondition(request.body);
      return printer.condition;
    },
  );
  return web;
}

function roll(printer: VirtualPrinter): object {
  const papers = printer.papers.map(({ id, at, raster }) => ({
    id,
    at,
    width: raster.widthDots,
    height: raster.heightDots,
    url: `/paper/${id}.png`,
  }));
  return { papers, condition: printer.condition, faults: printer.faults };
}

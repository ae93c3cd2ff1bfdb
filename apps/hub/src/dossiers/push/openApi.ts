import { z } from "zod";
import {
  MAX_BATCH,
  MAX_PUSH_BYTES,
  PushAnswerSchema,
  PushBodySchema,
  PushedDossierSchema,
  PushErrorSchema,
} from "./pushSchemas.ts";

type Json = Readonly<Record<string, unknown>>;

const MIB = 1024 * 1024;

/** What the hub takes from other systems, as OpenAPI 3.1. @param version of the product */
export function openApi(version: string): Json {
  return {
    openapi: "3.1.0",
    info: { title: "Lượt: dossiers of a public service centre", version },
    paths: { "/api/v1/dossiers": { post: pushOperation() } },
    components: {
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          description: "The key of the source, as the centre's administrator made it.",
        },
      },
      schemas: {
        Dossier: schemaOf(PushedDossierSchema),
        Batch: batchSchema(),
        Answer: schemaOf(PushAnswerSchema),
        Error: schemaOf(PushErrorSchema),
      },
    },
  };
}

function pushOperation(): Json {
  const retryAfter = {
    "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } },
  };
  return {
    operationId: "pushDossiers",
    summary: "Send dossiers, new ones and changed ones",
    description:
      `Up to ${MAX_BATCH} records and ${MAX_PUSH_BYTES / MIB} MiB at a time, kept together. ` +
      "A record that can't be read is refused by itself; the others are taken. " +
      "The same batch sent again changes nothing.",
    security: [{ key: [] }],
    requestBody: { required: true, content: jsonOf("Batch") },
    responses: {
      "200": { description: "What became of each record.", content: jsonOf("Answer") },
      "400": errorOf("It is no batch."),
      "401": errorOf("The key is missing, or opens nothing."),
      "409": errorOf("The source is switched off."),
      "413": errorOf("It is too large."),
      "415": errorOf("It is no JSON."),
      "429": { ...errorOf("Too many, too fast."), headers: retryAfter },
      "503": { ...errorOf("It can't be kept now; send it again."), headers: retryAfter },
    },
  };
}

function errorOf(description: string): Json {
  return { description, content: jsonOf("Error") };
}

function jsonOf(name: string): Json {
  return { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
}

/** The records of a batch in the form that is described; other mappings have others. */
function batchSchema(): Json {
  const anyOf = [{ $ref: "#/components/schemas/Dossier" }, { type: "object" }];
  const { properties, ...rest } = schemaOf(PushBodySchema);
  const data = (properties as Readonly<Record<string, Json>>)["data"];
  return { ...rest, properties: { data: { ...data, items: { anyOf } } } };
}

function schemaOf(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: "output" });
  return json;
}

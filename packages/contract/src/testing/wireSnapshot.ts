import { z } from "zod";
import { COMMANDS } from "../commands.ts";
import { ERROR_CODES } from "../errorCodes.ts";
import { EventSchema, ViewEventSchema } from "../events.ts";
import { PhoneViewSchema } from "../phone.ts";
import { SettingsSchema } from "../settings/SettingsSchema.ts";
import { VIEW_SCHEMAS } from "../views.ts";
import {
  AckSchema,
  EnvelopeSchema,
  FrameSchema,
  HandshakeSchema,
  HelloSchema,
  MAX_MESSAGE_BYTES,
  PairAnswerSchema,
  PairedSchema,
  PairRequestSchema,
  PROTOCOL,
  SeenSchema,
  WelcomeSchema,
} from "../wire.ts";
import { type JsonSchema, JsonSchemaSchema } from "./JsonSchema.ts";
import { misreadings } from "./misreadings.ts";

const Schemas = z.record(z.string(), JsonSchemaSchema);

/** The wire as it is written down: by name, what comes in, goes out, and is kept. */
export const WireSnapshotSchema = z.object({
  protocol: z.int(),
  maxMessageBytes: z.int(),
  incoming: Schemas,
  outgoing: Schemas,
  stored: Schemas,
});
export type WireSnapshot = z.infer<typeof WireSnapshotSchema>;

/** The wire as the sources say it now. */
export function currentWire(): WireSnapshot {
  return {
    protocol: PROTOCOL,
    maxMessageBytes: MAX_MESSAGE_BYTES,
    incoming: jsonSchemas("input", {
      handshake: HandshakeSchema,
      hello: HelloSchema,
      command: EnvelopeSchema,
      seen: SeenSchema,
      pair: PairRequestSchema,
      ...each(COMMANDS, ({ type, payload }) => [`payload of ${type}`, payload]),
    }),
    outgoing: jsonSchemas("output", {
      ack: AckSchema,
      welcome: WelcomeSchema,
      events: FrameSchema,
      "answer to pair": PairAnswerSchema,
      paired: PairedSchema,
      "error code": z.enum(ERROR_CODES),
      "phone view": PhoneViewSchema,
      ...each(COMMANDS, ({ type, data }) => [`answer to ${type}`, data]),
      ...each(Object.entries(VIEW_SCHEMAS), ([kind, schema]) => [`${kind} view`, schema]),
      ...each(ViewEventSchema.options, (option) => [`pushed ${option.shape.type.value}`, option]),
    }),
    stored: jsonSchemas("input", {
      settings: SettingsSchema,
      ...each(EventSchema.options, (option) => [`event ${option.shape.type.value}`, option]),
    }),
  };
}

function each<T>(
  of: readonly T[] | Readonly<Record<string, T>>,
  name: (entry: T) => readonly [string, z.ZodType],
): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(Object.values(of).map((entry: T) => name(entry)));
}

function jsonSchemas(
  io: "input" | "output",
  schemas: Readonly<Record<string, z.ZodType>>,
): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { $schema: _, ...json } = JsonSchemaSchema.parse(z.toJSONSchema(schema, { io }));
      return [name, json];
    }),
  );
}

/** What has changed for the worse between two states of the wire, one line each. */
export interface WireChange {
  /** Clients of the protocol before would fail: only a new protocol allows it. */
  readonly breaksClients: readonly string[];
  /** Journals and settings that exist could not be read: nothing allows it. */
  readonly breaksData: readonly string[];
}

/**
 * Compares two states of the wire. What comes in was written by clients of `before`, what goes out
 * is read by them, what is stored was written before and is read from now on.
 */
export function wireChange(before: WireSnapshot, after: WireSnapshot): WireChange {
  const isSmaller = after.maxMessageBytes < before.maxMessageBytes;
  return {
    breaksClients: [
      ...(isSmaller ? [`maxMessageBytes: less than ${before.maxMessageBytes}`] : []),
      ...byName(before.incoming, after.incoming, (was, is) => misreadings(was, is, "refused")),
      ...byName(before.outgoing, after.outgoing, (was, is) => misreadings(is, was, "ignored")),
    ],
    breaksData: byName(before.stored, after.stored, (was, is) => misreadings(was, is, "refused")),
  };
}

function byName(
  before: WireSnapshot["incoming"],
  after: WireSnapshot["incoming"],
  compare: (was: JsonSchema, is: JsonSchema) => readonly string[],
): readonly string[] {
  return Object.entries(before).flatMap(([name, was]) => {
    const is = Object.hasOwn(after, name) ? after[name] : undefined;
    if (is === undefined) return [`${name}: is gone`];
    return compare(was, is).map((line) => `${name} ${line}`);
  });
}

/** The text of `contract.snapshot.json`: a line for each schema, so that a difference is one. */
export function textOfWire({ protocol, maxMessageBytes, ...groups }: WireSnapshot): string {
  const blocks = Object.entries(groups).map(([group, schemas]) => {
    const lines = Object.entries(schemas).map(
      ([name, schema]) => `    ${JSON.stringify(name)}: ${JSON.stringify(schema)}`,
    );
    return `  ${JSON.stringify(group)}: {\n${lines.join(",\n")}\n  }`;
  });
  const head = [`  "protocol": ${protocol}`, `  "maxMessageBytes": ${maxMessageBytes}`];
  return `{\n${[...head, ...blocks].join(",\n")}\n}\n`;
}

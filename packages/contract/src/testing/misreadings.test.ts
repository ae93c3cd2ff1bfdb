import { describe, expect, it } from "vitest";
import { z } from "zod";
import { JsonSchemaSchema } from "./JsonSchema.ts";
import { misreadings, type UnknownKeys } from "./misreadings.ts";

const json = (schema: z.ZodType, io: "input" | "output"): z.infer<typeof JsonSchemaSchema> =>
  JsonSchemaSchema.parse(z.toJSONSchema(schema, { io }));

/** What a hub with the schema `is` can't take from a client with the schema `was`. */
const incoming = (was: z.ZodType, is: z.ZodType): readonly string[] =>
  misreadings(json(was, "input"), json(is, "input"), "refused");

/** What a client with the schema `was` can't take from a hub with the schema `is`. */
const outgoing = (was: z.ZodType, is: z.ZodType): readonly string[] =>
  misreadings(json(is, "output"), json(was, "output"), "ignored");

const Base = z.strictObject({
  id: z.string().regex(/^[a-z]{1,8}$/),
  kind: z.enum(["a", "b"]),
  note: z.string().max(10).nullable(),
  count: z.int().min(0).max(9),
  extra: z.string().optional(),
});
const BaseOut = z.object(Base.shape);

describe("a payload from a client that was not updated", () => {
  it.each<[string, z.ZodType]>([
    ["nothing changed", Base],
    ["a new optional property", Base.extend({ more: z.string().optional() })],
    ["a property that need no longer be there", Base.partial({ count: true })],
    ["a wider enum", Base.extend({ kind: z.enum(["b", "c", "a"]) })],
    ["a longer text", Base.extend({ note: z.string().max(11).nullable() })],
    ["a wider range", Base.extend({ count: z.int().min(-1).max(10) })],
    ["any number", Base.extend({ count: z.number() })],
    ["any value", Base.extend({ note: z.unknown() })],
    ["a description", Base.extend({ kind: z.enum(["a", "b"]).describe("new words") })],
    ["one more alternative", z.union([z.strictObject({ none: z.null() }), Base])],
  ])("is taken: %s", (_name, is) => {
    expect(incoming(Base, is)).toEqual([]);
  });

  it.each<[string, z.ZodType, string]>([
    [
      "a new property is needed",
      Base.extend({ more: z.string() }),
      ".more: may be missing, and is needed",
    ],
    ["a property is gone", Base.omit({ count: true }), ".count: is an unknown key"],
    ["an optional property is gone", Base.omit({ extra: true }), ".extra: is an unknown key"],
    [
      "an optional property is needed",
      Base.required({ extra: true }),
      ".extra: may be missing, and is needed",
    ],
    ["a narrower enum", Base.extend({ kind: z.enum(["a"]) }), '.kind: "b" is not read'],
    ["one value", Base.extend({ kind: z.literal("b") }), '.kind: "a" is not read'],
    [
      "another type",
      Base.extend({ count: z.string() }),
      ".count: integer is written, string is read",
    ],
    [
      "no longer null",
      Base.extend({ note: z.string().max(10) }),
      ".note: null is written, string is read",
    ],
    [
      "a shorter text",
      Base.extend({ note: z.string().max(9).nullable() }),
      ".note: above 9 is not read",
    ],
    [
      "a shortest length",
      Base.extend({ note: z.string().min(1).max(10).nullable() }),
      ".note: below 1 is not read",
    ],
    [
      "a narrower range",
      Base.extend({ count: z.int().min(1).max(9) }),
      ".count: below 1 is not read",
    ],
    [
      "another pattern",
      Base.extend({ id: z.string().regex(/^[a-z]{1,4}$/) }),
      ".id: another pattern is read",
    ],
    [
      "an enum in place of any text",
      Base.extend({ id: z.enum(["a"]) }),
      '.id: more is written than ["a"]',
    ],
    ["no object", z.string(), ".: object is written, string is read"],
  ])("is not taken: %s", (_name, is, fault) => {
    expect(incoming(Base, is)).toEqual([fault]);
  });
});

describe("a message to a client that was not updated", () => {
  it.each<[string, z.ZodType]>([
    ["nothing changed", BaseOut],
    ["a new property", BaseOut.extend({ more: z.string() })],
    ["a property that is always there now", BaseOut.required({ extra: true })],
    ["a narrower enum", BaseOut.extend({ kind: z.enum(["a"]) })],
    ["no longer null", BaseOut.extend({ note: z.string().max(10) })],
    ["a narrower range", BaseOut.extend({ count: z.int().min(2).max(3) })],
  ])("is read: %s", (_name, is) => {
    expect(outgoing(BaseOut, is)).toEqual([]);
  });

  it.each<[string, z.ZodType, string]>([
    ["a property is gone", BaseOut.omit({ count: true }), ".count: may be missing, and is needed"],
    ["an optional property is gone", BaseOut.omit({ extra: true }), ".extra: is no longer written"],
    [
      "a property may be missing",
      BaseOut.partial({ count: true }),
      ".count: may be missing, and is needed",
    ],
    ["a wider enum", BaseOut.extend({ kind: z.enum(["a", "b", "c"]) }), '.kind: "c" is not read'],
    [
      "null",
      BaseOut.extend({ count: BaseOut.shape.count.nullable() }),
      ".count: null is written, integer is read",
    ],
    [
      "a wider range",
      BaseOut.extend({ count: z.int().min(0).max(10) }),
      ".count: above 9 is not read",
    ],
    ["any text", BaseOut.extend({ id: z.string() }), ".id: another pattern is read"],
    [
      "anything",
      BaseOut.extend({ count: z.unknown() }),
      ".count: anything is written, integer is read",
    ],
  ])("is not read: %s", (_name, is, fault) => {
    expect(outgoing(BaseOut, is)).toEqual([fault]);
  });
});

const list = (part: z.ZodType): z.ZodType => z.object({ parts: z.array(part).max(3) });
const map = (part: z.ZodType): z.ZodType => z.object({ by: z.record(z.string(), part) });
const union = (...more: readonly z.ZodType[]): z.ZodType =>
  z.union([z.object({ ok: z.literal(true), n: z.int() }), ...more]);
const odd = (value: number): z.infer<typeof JsonSchemaSchema> => ({
  type: "array",
  contains: value,
});

describe("inner parts", () => {
  const No = z.object({ ok: z.literal(false), code: z.enum(["x"]) });

  it.each<[string, z.ZodType, z.ZodType, string]>([
    ["lists", list(z.int()), list(z.string()), ".parts.[]: string is written, integer is read"],
    [
      "maps",
      map(BaseOut),
      map(BaseOut.omit({ id: true })),
      ".by.*.id: may be missing, and is needed",
    ],
    [
      "keys of maps",
      z.object({ by: z.partialRecord(z.enum(["a"]), z.int()) }),
      z.object({ by: z.partialRecord(z.enum(["a", "b"]), z.int()) }),
      '.by.(key): "b" is not read',
    ],
    [
      "a length",
      list(z.int()),
      z.object({ parts: z.array(z.int()).max(4) }),
      ".parts: above 3 is not read",
    ],
    [
      "alternatives, told apart by their tag",
      union(No),
      union(No.extend({ code: z.enum(["x", "y"]) })),
      '.code: "y" is not read',
    ],
    [
      "a new alternative",
      union(No),
      union(No, z.object({ ok: z.literal("maybe") })),
      '.: {"ok":"maybe"} is not read',
    ],
  ])("are compared: %s", (_name, was, is, fault) => {
    expect(outgoing(was, was)).toEqual([]);
    expect(outgoing(was, is)).toEqual([fault]);
  });

  it("takes a union of values for an enum of them", () => {
    const split = z.union([z.enum(["a"]), z.literal("b")]);
    expect(incoming(z.enum(["a", "b"]), split)).toEqual([]);
    expect(incoming(split, z.enum(["a", "b"]))).toEqual([]);
  });

  it("checks fixed values against a reader's pattern and length", () => {
    expect(incoming(z.enum(["ab", "c1"]), z.string().regex(/^[a-z]+$/))).toEqual([
      '.: "c1" is not read',
    ]);
    expect(incoming(z.literal("abc"), z.string().max(2))).toEqual(['.: "abc" is not read']);
  });

  it("reports a strict reader of what was free, and an unknown keyword that differs", () => {
    const free = z.object({ a: z.int() });
    expect(incoming(free, z.strictObject({ a: z.int() }))).toEqual([
      ".: unknown keys are no longer read",
    ]);
    expect(bothWays(odd(1), odd(2))).toEqual([".: another contains is read"]);
    expect(bothWays(odd(1), odd(1))).toEqual([]);
  });
});

function bothWays(
  a: z.infer<typeof JsonSchemaSchema>,
  b: z.infer<typeof JsonSchemaSchema>,
): readonly string[] {
  const kinds: readonly UnknownKeys[] = ["refused", "ignored"];
  return [...new Set(kinds.flatMap((kind) => misreadings(a, b, kind)))];
}

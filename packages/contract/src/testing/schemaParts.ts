import type { JsonSchema } from "./JsonSchema.ts";

/** Keywords that say nothing about which values are allowed. */
export const NOTES: ReadonlySet<string> = new Set([
  "$schema",
  "title",
  "description",
  "readOnly",
  "default",
  "examples",
]);

/** The ways a value may be: unions and lists of types taken apart, each fixed value alone. */
export function alternativesOf(schema: JsonSchema): readonly JsonSchema[] {
  const union = schema.anyOf ?? schema.oneOf;
  if (union !== undefined) return union.flatMap(alternativesOf);
  const { type } = schema;
  if (typeof type === "object")
    return type.flatMap((one) =>
      one === "null" ? [{ type: one }] : alternativesOf({ ...schema, type: one }),
    );
  const values = schema.enum;
  if (values === undefined || values.length < 2) return [schema];
  return values.map((value) => ({ ...schema, enum: [value] }));
}

/** The values a schema names, or `null` when it names none. */
export function valuesOf(schema: JsonSchema): readonly unknown[] | null {
  if (schema.enum !== undefined) return schema.enum;
  return Object.hasOwn(schema, "const") ? [schema.const] : null;
}

/** The properties of an object that can have one value only: what tells it from its alternatives. */
export function tagsOf({ properties }: JsonSchema): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(properties ?? {}).flatMap(([key, part]) => {
      const values = valuesOf(part);
      return values?.length === 1 ? [[key, values[0]] as const] : [];
    }),
  );
}

/** How small and how large a value may be: a number itself, a text or a list by its length. */
export function boundsOf(schema: JsonSchema): { readonly min: number; readonly max: number } {
  const of = (keyword: string): number[] =>
    typeof schema[keyword] === "number" ? [schema[keyword]] : [];
  const step = schema.type === "integer" ? 1 : 0;
  const above = of("exclusiveMinimum").map((bound) => bound + step);
  const below = of("exclusiveMaximum").map((bound) => bound - step);
  return {
    min: Math.max(...of("minimum"), ...of("minLength"), ...of("minItems"), ...above, -Infinity),
    max: Math.min(...of("maximum"), ...of("maxLength"), ...of("maxItems"), ...below, Infinity),
  };
}

/** Whether two values are the same JSON; both come from one maker, so the order of keys is too. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

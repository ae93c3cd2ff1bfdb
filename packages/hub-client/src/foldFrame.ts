import { PhoneViewSchema, VIEW_SCHEMAS, ViewEventSchema } from "@luot/contract";
import { applyView } from "@luot/domain";
import type { ClientKind, ClientViews } from "./HubState.ts";

const KNOWN_TYPES: ReadonlySet<string> = new Set(
  ViewEventSchema.options.map(({ shape }) => shape.type.value),
);

/**
 * Folds pushed facts into a view.
 *
 * @returns the new view, or `null` when a fact can't be read: then only a snapshot helps
 */
export function foldEvents<K extends ClientKind>(
  kind: K,
  view: ClientViews[K],
  events: readonly unknown[],
): ClientViews[K] | null {
  if (kind === "phone") return view;
  let next = view as ClientViews[Exclude<ClientKind, "phone">];
  for (const raw of events) {
    if (isNewer(raw)) continue;
    const event = ViewEventSchema.safeParse(raw);
    if (!event.success) return null;
    next = applyView(kind as Exclude<K, "phone">, next as never, event.data);
  }
  return next as ClientViews[K];
}

/**
 * Reads a snapshot.
 *
 * @returns `null` when it is not one
 */
export function readSnapshot<K extends ClientKind>(kind: K, raw: unknown): ClientViews[K] | null {
  const schema = kind === "phone" ? PhoneViewSchema : VIEW_SCHEMAS[kind as Exclude<K, "phone">];
  const parsed = schema.safeParse(raw);
  return parsed.success ? (parsed.data as ClientViews[K]) : null;
}

/** A fact of a type that this client is too old to know changes nothing it shows. */
function isNewer(raw: unknown): boolean {
  const type = typeof raw === "object" && raw !== null && "type" in raw ? raw.type : undefined;
  return typeof type === "string" && !KNOWN_TYPES.has(type);
}

import { PhoneViewSchema, VIEW_SCHEMAS, ViewEventSchema } from "@luot/contract";
import { applyView, type ViewEvent, type ViewKind, type Views } from "@luot/domain";
import type { ClientKind, ClientViews } from "./HubState.ts";

interface Fold<V> {
  readonly schema: Schema<V>;
  readonly apply: (view: V, event: ViewEvent) => V;
}

/** What is needed of a schema of the contract. */
interface Schema<V> {
  readonly safeParse: (raw: unknown) => { success: true; data: V } | { success: false };
}

const KNOWN_TYPES: ReadonlySet<string> = new Set(
  ViewEventSchema.options.map(({ shape }) => shape.type.value),
);

const FOLDS: { readonly [K in ClientKind]: Fold<ClientViews[K]> } = {
  kiosk: hallFold("kiosk", VIEW_SCHEMAS.kiosk),
  counter: hallFold("counter", VIEW_SCHEMAS.counter),
  display: hallFold("display", VIEW_SCHEMAS.display),
  console: hallFold("console", VIEW_SCHEMAS.console),
  // A phone is sent its whole small view; events are not its business.
  phone: { schema: PhoneViewSchema, apply: (view) => view },
};

function hallFold<K extends ViewKind>(kind: K, schema: Schema<Views[K]>): Fold<Views[K]> {
  return { schema, apply: (view, event) => applyView(kind, view, event) };
}

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
  let next = view;
  for (const raw of events) {
    if (isNewer(raw)) continue;
    const event = ViewEventSchema.safeParse(raw);
    if (!event.success) return null;
    next = FOLDS[kind].apply(next, event.data);
  }
  return next;
}

/**
 * Reads a snapshot.
 *
 * @returns `null` when it is not one
 */
export function readSnapshot<K extends ClientKind>(kind: K, raw: unknown): ClientViews[K] | null {
  const parsed = FOLDS[kind].schema.safeParse(raw);
  return parsed.success ? parsed.data : null;
}

/** A fact of a type that this client is too old to know changes nothing it shows. */
function isNewer(raw: unknown): boolean {
  const type = typeof raw === "object" && raw !== null && "type" in raw ? raw.type : undefined;
  return typeof type === "string" && !KNOWN_TYPES.has(type);
}

/** The version of the settings that a frame brings into force, or `null`. */
export function settingsIn(events: readonly unknown[]): number | null {
  for (const event of events.toReversed())
    if (
      typeof event === "object" &&
      event !== null &&
      "type" in event &&
      event.type === "settings-published" &&
      "version" in event
    )
      return Number(event.version);
  return null;
}

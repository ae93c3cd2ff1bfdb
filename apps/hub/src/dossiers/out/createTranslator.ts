import type { Event } from "@luot/domain";
import type { OutMessage } from "./OutMessage.ts";

/** What facts are told with. */
export interface TranslatorDeps {
  /** The code of a dossier, or `null` when it was erased. */
  readonly codeOf: (ref: string) => string | null;
  /** Number of a counter, or `null` for one the settings do not know. */
  readonly counterNumberOf: (counterId: string) => number | null;
}

/** Folds facts, in order; what it remembers is of one day. */
export interface Translator {
  /** What a fact says of dossiers: one message for each dossier of its number. */
  readonly messagesOf: (event: Event) => readonly OutMessage[];
}

type Told = Pick<OutMessage, "type" | "counter" | "outcome" | "score">;

/** A number with dossiers, and what was told of it last. */
interface Followed {
  readonly refs: readonly string[];
  readonly last: OutMessage["type"];
}

const NOTHING: Omit<Told, "type"> = { counter: null, outcome: null, score: null };

/** Makes messages of facts: of numbers that were taken for a dossier, or served for one. */
export function createTranslator(deps: TranslatorDeps): Translator {
  const followed = new Map<string, Followed>();
  const isKept = (ref: string): boolean => deps.codeOf(ref) !== null;
  return {
    messagesOf: (event) => {
      // Numbers end with their day.
      if (event.type === "day-opened") followed.clear();
      if (!("ticketId" in event)) return [];
      const known = followed.get(event.ticketId);
      const refs = refsOf(event, known?.refs ?? []);
      const told = toldBy(event, deps, known?.last);
      if (told !== null) followed.set(event.ticketId, { refs, last: lastOf(told, known) });
      if (told === null || refs.length === 0) return [];
      if (told.type === "rated") return refs.some(isKept) ? [ratingOf(event, told)] : [];
      return refs.flatMap((ref) => {
        const dossierCode = deps.codeOf(ref);
        return dossierCode === null ? [] : [messageOf(event, ref, dossierCode, told)];
      });
    },
  };
}

/** One, however many dossiers the visit was about, and nothing of any of them. */
function ratingOf(event: Extract<Event, { readonly ticketId: string }>, told: Told): OutMessage {
  const { centre, seq, day, label } = event;
  return { id: `${centre}-${seq}`, seq, dossierCode: null, at: day, label, ...told };
}

function messageOf(
  event: Extract<Event, { readonly ticketId: string }>,
  ref: string,
  dossierCode: string,
  told: Told,
): OutMessage {
  const { seq, at, label } = event;
  return {
    id: `${event.centre}-${seq}-${ref.slice(0, 8)}`,
    seq,
    dossierCode,
    at: new Date(at).toISOString(),
    label,
    ...told,
  };
}

/** Where an officer finishes a visit, it was about what was noted then. */
function refsOf(event: Event, known: readonly string[]): readonly string[] {
  if (!("dossierRefs" in event) || event.dossierRefs === undefined) return known;
  return [...new Set(event.dossierRefs)];
}

/** What stands after a message: an end that was undone leaves the call. */
function lastOf({ type }: Told, known: Followed | undefined): OutMessage["type"] {
  return type === "undone" && known?.last === "served" ? "called" : type;
}

function toldBy(
  event: Event,
  { counterNumberOf }: TranslatorDeps,
  last: OutMessage["type"] | undefined,
): Told | null {
  switch (event.type) {
    case "ticket-issued":
    case "ticket-entered":
      return { ...NOTHING, type: "number-taken" };
    case "ticket-called":
      return {
        ...NOTHING,
        type: "called",
        counter: counterOf(event.to.counterId, counterNumberOf),
      };
    case "ticket-finished": {
      const counter = counterOf(event.from.counterId, counterNumberOf);
      return { ...NOTHING, type: "served", counter, outcome: event.outcome };
    }
    case "ticket-rated":
      return { ...NOTHING, type: "rated", score: event.score };
    case "ticket-restored": {
      const { status } = event.to;
      const isServedNoMore = last === "served" && status !== "done";
      const isCalledNoMore = last === "called" && status !== "called" && status !== "serving";
      return isServedNoMore || isCalledNoMore ? { ...NOTHING, type: "undone" } : null;
    }
    default:
      return null;
  }
}

function counterOf(
  counterId: string | null | undefined,
  counterNumberOf: TranslatorDeps["counterNumberOf"],
): number | null {
  return counterId === null || counterId === undefined ? null : counterNumberOf(counterId);
}

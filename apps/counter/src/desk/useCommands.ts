import type { ErrorCode, Identity, PayloadOf, WireCommandType } from "@luot/contract";
import { type Answer, isInStep } from "@luot/hub-client";
import { useRef, useState } from "react";
import { useHub } from "../hub/HubContext.ts";
import { useOffline } from "../offline/OfflineContext.tsx";

/** What came of the last command. */
export type Notice =
  | { readonly kind: "done"; readonly type: WireCommandType; readonly label: string | null }
  | {
      readonly kind: "refused";
      readonly code: ErrorCode | "disconnected";
      readonly details: Readonly<Record<string, string | number>>;
    };

/** An action of this officer that may be taken back. */
export interface LastAction {
  readonly type: WireCommandType;
  /** Hub's time, epoch ms. */
  readonly at: number;
}

/** How the screen sends commands. */
export interface Commands {
  /** Sends a command; `null` when the same one is still on its way. */
  readonly run: <T extends WireCommandType>(
    type: T,
    payload: PayloadOf<T>,
  ) => Promise<Answer<T> | null>;
  readonly busy: ReadonlySet<WireCommandType>;
  readonly notice: Notice | null;
  readonly lastAction: LastAction | null;
}

const UNDOABLE: ReadonlySet<WireCommandType> = new Set<WireCommandType>([
  "ticket:finish",
  "ticket:finish-and-call",
  "ticket:no-show",
  "ticket:park",
  "ticket:transfer",
  "ticket:put-back",
]);
/** Leaves what was done before as it is, so that it may still be taken back. */
const HARMLESS: ReadonlySet<WireCommandType> = new Set<WireCommandType>([
  "ticket:issue",
  "ticket:reprint",
  "officer:lock",
]);

interface Unanswered {
  readonly id: string;
  readonly identity: Identity | null;
}

/** A wish that may end a visit, and whose visit it was when it was wished. */
interface End<T extends WireCommandType> {
  readonly type: T;
  readonly payload: PayloadOf<T>;
  readonly id: string;
  readonly ticketId: string | null;
}

/**
 * Sends commands, one of each type at a time, and keeps what came of the last one.
 *
 * @param onRefused told of refusals that concern the session
 */
export function useCommands(
  onRefused: (code: "not_signed_in" | "session_locked") => void,
): Commands {
  const hub = useHub();
  const offline = useOffline().desk;
  const [busy, setBusy] = useState<ReadonlySet<WireCommandType>>(new Set());
  const [notice, setNotice] = useState<Notice | null>(null);
  const [lastAction, setLastAction] = useState<LastAction | null>(null);
  const inFlight = useRef(new Set<WireCommandType>());
  const unanswered = useRef(new Map<string, Unanswered>());

  async function run<T extends WireCommandType>(
    type: T,
    payload: PayloadOf<T>,
  ): Promise<Answer<T> | null> {
    if (inFlight.current.has(type)) return null;
    const id = idOf(type, payload);
    const ticketId = offline.here()?.id ?? null;
    const end = (): boolean => noteEnd({ type, payload, id, ticketId });
    // Without the hub the end of a visit is noted, under the id that it may have been sent with.
    if (!isInStep(hub.getState()) && end()) {
      setNotice(null);
      return null;
    }
    inFlight.current.add(type);
    setBusy(new Set(inFlight.current));
    const answer = await send(type, payload, id);
    inFlight.current.delete(type);
    setBusy(new Set(inFlight.current));
    const isNoted = !answer.ok && answer.code === "disconnected" && end();
    setNotice(isNoted ? null : noticeOf(type, answer));
    if (answer.ok) note(type);
    else if (answer.code === "not_signed_in" || answer.code === "session_locked")
      onRefused(answer.code);
    return answer;
  }

  function idOf<T extends WireCommandType>(type: T, payload: PayloadOf<T>): string {
    const { identity } = hub.getState();
    const before = unanswered.current.get(JSON.stringify([type, payload]));
    // Once the hub has welcomed this screen anew, the view shows whether the old wish was done;
    // until then the same wish must keep its id, so that it can't be done twice.
    return before !== undefined && before.identity === identity ? before.id : hub.newId();
  }

  async function send<T extends WireCommandType>(
    type: T,
    payload: PayloadOf<T>,
    id: string,
  ): Promise<Answer<T>> {
    const key = JSON.stringify([type, payload]);
    const { identity } = hub.getState();
    unanswered.current.set(key, { id, identity });
    const answer = await hub.send(type, payload, { id });
    if (answer.ok || answer.code !== "disconnected") unanswered.current.delete(key);
    return answer;
  }

  function noteEnd<T extends WireCommandType>({ type, payload, id, ticketId }: End<T>): boolean {
    // Who is there by now may be another: the end of a visit is noted of that visit only.
    if (offline.here()?.id !== ticketId) return false;
    const isNoted =
      type === "ticket:no-show"
        ? offline.noShow(id)
        : type === "ticket:finish" && offline.finish(payload as PayloadOf<"ticket:finish">, id);
    // From here on the log keeps the id: the next visit's end, alike in every word, has its own.
    if (isNoted) unanswered.current.delete(JSON.stringify([type, payload]));
    return isNoted;
  }

  function note(type: WireCommandType): void {
    if (HARMLESS.has(type)) return;
    const at = Date.now() + hub.getState().clockOffsetMs;
    setLastAction(UNDOABLE.has(type) ? { type, at } : null);
  }

  return { run, busy, notice, lastAction };
}

/** What to say of an answer. Pure. */
export function noticeOf<T extends WireCommandType>(type: T, answer: Answer<T>): Notice {
  if (!answer.ok) return { kind: "refused", code: answer.code, details: answer.details };
  const { data } = answer;
  if ("called" in data || "finished" in data) {
    const { called, finished } = data as {
      readonly called: { readonly label: string } | null;
      readonly finished: { readonly label: string } | null;
    };
    return called === null
      ? { kind: "done", type: "ticket:finish", label: finished?.label ?? null }
      : { kind: "done", type: "ticket:call-next", label: called.label };
  }
  return { kind: "done", type, label: "label" in data ? data.label : null };
}

import type { DossierView, PayloadOf } from "@luot/contract";
import type { HubClient } from "@luot/hub-client";
import { dossierText } from "./dossierText.ts";
import {
  type DossierRefusal,
  type DossiersState,
  NO_DOSSIERS,
  notedRefs,
} from "./DossiersState.ts";

/** A holder stands on the screen no longer than this. */
export const HOLDER_SHOWN_MS = 30_000;
/** A register that did not answer is asked again after this long, while the number is there. */
export const ASK_AGAIN_MS = 20_000;
/** Nobody waits for a register longer than this. */
const GIVE_UP_MS = 6_000;
/** As many as the end of a visit can carry. */
const MAX_DOSSIERS = 20;

/** Who is at the counter, and who serves. */
export interface Visit {
  readonly ticketId: string;
  readonly officerId: string;
}

/**
 * Keeps which dossiers go with the number at the counter. Whatever becomes of the register, calling
 * goes on: nothing here is waited for.
 */
export class TicketDossiers {
  readonly #hub: Pick<HubClient<"counter">, "send">;
  readonly #listeners = new Set<() => void>();
  #state: DossiersState = NO_DOSSIERS;
  #visit: Visit | null = null;
  /** The visit before, should its end be taken back. */
  #before: { readonly visit: Visit; readonly state: DossiersState } | null = null;
  #again: ReturnType<typeof setTimeout> | null = null;
  #hide: ReturnType<typeof setTimeout> | null = null;

  constructor(hub: Pick<HubClient<"counter">, "send">) {
    this.#hub = hub;
  }

  getState = (): DossiersState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Says who is at the counter now; asks for the dossiers of a number that was not there before. */
  follow(visit: Visit | null): void {
    const last = this.#visit;
    const before = this.#before;
    if (isSame(visit, last)) return;
    this.#stop();
    if (last !== null) this.#before = { visit: last, state: this.#state };
    this.#visit = visit;
    if (visit === null) return this.#set(NO_DOSSIERS);
    const isBack = before !== null && isSame(before.visit, visit);
    const { dossiers, left } = isBack ? before.state : NO_DOSSIERS;
    this.#set({ ...NO_DOSSIERS, ticketId: visit.ticketId, found: "asking", dossiers, left });
    void this.#ask(visit);
  }

  /**
   * Adds a dossier by its code.
   *
   * @returns whether it is there now; else `adding` of the state says why not
   */
  async add(raw: string, by: PayloadOf<"dossier:look-up">["by"]): Promise<boolean> {
    const visit = this.#visit;
    if (this.#state.adding.status === "asking") return false;
    if (visit === null) return this.#refuse("no_current_ticket");
    const read = dossierText(raw);
    if (read.kind !== "text") return this.#refuse(read.kind === "payment" ? "payment" : "no_code");
    if (this.#state.dossiers.length >= MAX_DOSSIERS) return this.#refuse("full");
    this.#set({ adding: { status: "asking" } });
    const { text } = read;
    const answer = await this.#hub.send("dossier:look-up", { text, by }, { giveUpMs: GIVE_UP_MS });
    if (this.#visit !== visit) return false;
    if (!answer.ok) return this.#refuse(answer.code);
    const left = new Set(this.#state.left);
    left.delete(answer.data.ref);
    const dossiers = withFresh(this.#state.dossiers, answer.data);
    this.#set({ dossiers, left, adding: { status: "idle" } });
    return true;
  }

  /** The refusal of an addition was read, or another one is about to be tried. */
  forgetRefusal(): void {
    if (this.#state.adding.status === "refused") this.#set({ adding: { status: "idle" } });
  }

  /** Whether a dossier is noted with the visit when it ends. */
  setNoted(ref: string, isNoted: boolean): void {
    const left = new Set(this.#state.left);
    if (isNoted) left.delete(ref);
    else left.add(ref);
    this.#set({ left });
  }

  /** The references to note with the end of a visit; none for a number that is not here. */
  refsFor(ticketId: string | null): readonly string[] {
    return ticketId !== null && this.#state.ticketId === ticketId ? notedRefs(this.#state) : [];
  }

  /** Shows the holder in full for a while; the hub notes who did. */
  async openHolder(ref: string): Promise<void> {
    const visit = this.#visit;
    if (this.#state.holder.status === "asking" || visit === null) return;
    this.hideHolder();
    this.#set({ holder: { status: "asking", ref } });
    const answer = await this.#hub.send("dossier:open-holder", { ref }, { giveUpMs: GIVE_UP_MS });
    const { holder: asked } = this.getState();
    if (this.#visit !== visit || asked.status !== "asking" || asked.ref !== ref) return;
    if (!answer.ok) return this.#set({ holder: { status: "refused", ref, why: answer.code } });
    const until = Date.now() + HOLDER_SHOWN_MS;
    this.#set({ holder: { status: "shown", ref, holder: answer.data, until } });
    this.#hide = setTimeout(() => this.hideHolder(), HOLDER_SHOWN_MS);
  }

  /** The holder goes from the screen and from memory. An answer on its way is not shown. */
  hideHolder(): void {
    if (this.#hide !== null) clearTimeout(this.#hide);
    this.#hide = null;
    if (this.#state.holder.status !== "closed") this.#set({ holder: { status: "closed" } });
  }

  close(): void {
    this.#stop();
    this.#visit = null;
    this.#before = null;
    this.#state = NO_DOSSIERS;
  }

  async #ask(visit: Visit): Promise<void> {
    const { ticketId } = visit;
    const answer = await this.#hub.send(
      "dossier:of-ticket",
      { ticketId },
      { giveUpMs: GIVE_UP_MS },
    );
    if (this.#visit !== visit) return;
    if (answer.ok) {
      const dossiers = together(answer.data.dossiers, this.#state.dossiers);
      return this.#set({ found: "known", dossiers });
    }
    // The hub knows the number by the time it is served: there is nothing to ask again.
    if (answer.code === "unknown_ticket") return this.#set({ found: "known" });
    this.#set({ found: "unavailable" });
    this.#again = setTimeout(() => void this.#ask(visit), ASK_AGAIN_MS);
  }

  #refuse(why: DossierRefusal): false {
    this.#set({ adding: { status: "refused", why } });
    return false;
  }

  #stop(): void {
    this.hideHolder();
    if (this.#again !== null) clearTimeout(this.#again);
    this.#again = null;
  }

  #set(change: Partial<DossiersState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function isSame(a: Visit | null, b: Visit | null): boolean {
  return a?.ticketId === b?.ticketId && a?.officerId === b?.officerId;
}

/** What the number was taken for, then what was added; each once. */
function together(
  own: readonly DossierView[],
  added: readonly DossierView[],
): readonly DossierView[] {
  const refs = new Set(own.map(({ ref }) => ref));
  return [...own, ...added.filter(({ ref }) => !refs.has(ref))].slice(0, MAX_DOSSIERS);
}

/** With a dossier as it is now, where it stood or at the end. */
function withFresh(known: readonly DossierView[], fresh: DossierView): readonly DossierView[] {
  const isThere = known.some(({ ref }) => ref === fresh.ref);
  return isThere ? known.map((one) => (one.ref === fresh.ref ? fresh : one)) : [...known, fresh];
}

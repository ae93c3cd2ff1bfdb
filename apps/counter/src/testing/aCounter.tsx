import type { CounterLog, Lead } from "@luot/contract";
import type { CentreSettings, DeskTicket, DeskView } from "@luot/hub-client";
import { createI18n } from "@luot/i18n";
import { AppProviders } from "@luot/ui";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { HubProvider } from "../hub/HubContext.ts";
import type { Officer } from "../officer/Officer.ts";
import { OfflineProvider } from "../offline/OfflineContext.tsx";
import { OfflineDesk } from "../offline/OfflineDesk.ts";
import { OfflineStore } from "../offline/OfflineStore.ts";
import { DeskRemote } from "../remote/DeskRemote.ts";
import { RemoteProvider } from "../remote/RemoteContext.tsx";
import { MemoryStorage } from "./MemoryStorage.ts";
import { ScriptedHub } from "./ScriptedHub.ts";

const COUNTER_ID = "q01";

export const CHI: Lead = { officerId: "chi", name: "Chi", pinHash: "$argon2id$" };
export const LAN: Officer = {
  officerId: "lan",
  name: "Lan",
  role: "officer",
  rights: [],
  isLocked: false,
  leads: [CHI],
};
export const MAI: Officer = { ...LAN, officerId: "mai", name: "Mai" };

const normal = { stream: "normal", capMs: 3_600_000 } as const;

/** As much of a centre as a counter's screens look at. */
export const SETTINGS = {
  centre: { isDemo: false },
  calendar: { timeZone: "Asia/Ho_Chi_Minh" },
  agencies: [{ id: "justice", name: { vi: "Sở Tư pháp", en: "Justice" } }],
  services: [{ id: "land", name: { vi: "Đất đai", en: "Land" } }],
  counters: [{ id: COUNTER_ID, number: 1, name: null, zone: "hall", tiers: [["land"]] }],
  policy: {
    mode: { kind: "strict" },
    undoMs: 10_000,
    classes: { normal, priority: normal, appointment: normal, returning: normal },
  },
  pauseReasons: [],
} as unknown as CentreSettings;

/** A ticket of the hall: waiting, or at the counter. */
export function aTicket(n: number, status: "waiting" | "called" | "serving"): DeskTicket {
  return {
    id: `01890000-0000-7000-9000-${String(n).padStart(12, "0")}`,
    label: `A${String(n).padStart(3, "0")}`,
    place: { status, serviceId: "land", class: "normal", line: "service:land", orderAt: n },
    issuedAt: n,
    callableAt: 0,
    capAt: Number.MAX_SAFE_INTEGER,
    movedAt: n,
    calledAt: status === "waiting" ? null : n,
    startedAt: null,
    recalls: 0,
    reason: null,
    language: "vi",
    print: "confirmed",
  } as unknown as DeskTicket;
}

/** A hall whose counter an officer has opened or paused. */
export function aView(
  officer: Officer,
  tickets: readonly DeskTicket[],
  status: "open" | "paused",
): DeskView {
  const here = tickets.find(({ place }) => place.status !== "waiting");
  return {
    day: "2026-11-24",
    isOpen: true,
    settingsVersion: 1,
    counters: {
      [COUNTER_ID]: {
        status,
        officerId: officer.officerId,
        pauseReason: null,
        ticketId: here?.id ?? null,
      },
    },
    tickets: Object.fromEntries(tickets.map((one) => [one.id, one])),
    serviceTimes: {},
    totals: {} as DeskView["totals"],
  };
}

/** A counter as its page makes it, with a hub that does as it is told. */
export class ACounter {
  readonly hub = new ScriptedHub();
  readonly storage = new MemoryStorage();
  readonly store = new OfflineStore(this.storage, COUNTER_ID);
  /** The session that the hub said is over, or locked. */
  readonly learnt: string[] = [];
  readonly #remote = new DeskRemote({ post: () => {}, listen: () => () => {} });
  desk: OfflineDesk;

  constructor() {
    this.desk = this.#aDesk();
  }

  #aDesk(): OfflineDesk {
    const { store, hub } = this;
    return new OfflineDesk({
      hub: hub.client,
      counterId: COUNTER_ID,
      store,
      unknownAfterMs: 300,
    });
  }

  get log(): CounterLog | null {
    return this.desk.getState().log;
  }

  /** The hub is there, and says how the hall stands. */
  live(view: DeskView): void {
    this.hub.set({ connection: "live", isStale: false, view, seq: 1, lastHeardAt: Date.now() });
  }

  lose(): void {
    this.hub.set({ connection: "reconnecting" });
  }

  attend(officer: Officer | null): void {
    const learn = (code: string): void => void this.learnt.push(code);
    this.desk.attend({ officer, settings: SETTINGS, learn });
  }

  /** The page is loaded anew while the hub is gone. */
  reload(): void {
    this.desk.close();
    this.hub.set({ connection: "connecting", view: null, identity: null });
    this.desk = this.#aDesk();
  }

  /** What stands on the screen, as HTML. */
  shown(screen: ReactNode): string {
    const offline = { desk: this.desk, store: this.store };
    return renderToString(
      <AppProviders i18n={createI18n("vi")}>
        <HubProvider hub={this.hub.client}>
          <OfflineProvider offline={offline}>
            <RemoteProvider remote={this.#remote}>{screen}</RemoteProvider>
          </OfflineProvider>
        </HubProvider>
      </AppProviders>,
    );
  }

  close(): void {
    this.desk.close();
    this.#remote.close();
  }
}

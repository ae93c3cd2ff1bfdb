import type { Ack, DossierView, PayloadOf } from "@luot/contract";
import { isSameProcedure, readCode } from "@luot/dossier";
import type { CentreSettings, State } from "@luot/domain";
import type { Clock, Logger } from "@luot/kit";
import type { KeptDossier, RegisterReader } from "@luot/store";
import type { Alarms } from "../../Alarms.ts";
import { refusal } from "../../engine/CentreEngine.ts";
import type {
  DossierAsker,
  DossierCommandType,
  DossierDesk,
} from "../../sockets/dossierCommands.ts";
import type { Limits } from "../../sockets/limits.ts";
import { dossierSettingsOf } from "../dossierSettings.ts";
import type { LookUpLog } from "./createLookUpLog.ts";
import { detailsOf } from "./detailsOf.ts";
import type { ProcedureLines } from "./createProcedureLines.ts";
import { KeyedBuckets } from "./KeyedBuckets.ts";
import { viewOf } from "./viewOf.ts";

/** What the desk is handed. */
export interface LookUpDeskDeps {
  readonly register: RegisterReader;
  readonly log: LookUpLog;
  readonly procedureLines: ProcedureLines;
  /** The engine's state: settings in force, and what a number was taken for. */
  readonly state: () => Pick<State, "settings" | "tickets" | "seq">;
  readonly limits: Limits;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly logger: Logger;
}

const HUB = "hub";

/**
 * Answers what kiosks and counters ask of dossiers. A code nobody knows, one that is hidden and a
 * text that is no code are answered alike, and each costs its asker the same.
 */
export class LookUpDesk implements DossierDesk {
  readonly #deps: LookUpDeskDeps;
  readonly #asked: { readonly kiosk: KeyedBuckets; readonly counter: KeyedBuckets };
  readonly #hub: KeyedBuckets;
  readonly #misses: KeyedBuckets;
  readonly #factors: KeyedBuckets;

  constructor(deps: LookUpDeskDeps) {
    this.#deps = deps;
    const { kiosk, counter, hub, misses, factors } = deps.limits.lookUps;
    this.#asked = { kiosk: new KeyedBuckets(kiosk), counter: new KeyedBuckets(counter) };
    this.#hub = new KeyedBuckets(hub);
    this.#misses = new KeyedBuckets(misses);
    this.#factors = new KeyedBuckets(factors);
  }

  answer: DossierDesk["answer"] = async (type, payload, asker) => {
    const answers: { readonly [T in DossierCommandType]: () => Ack | Promise<Ack> } = {
      "dossier:look-up": () => this.#lookUp(payload as PayloadOf<"dossier:look-up">, asker),
      "dossier:prove": () => this.#prove(payload as PayloadOf<"dossier:prove">, asker),
      "dossier:of-ticket": () => this.#ofTicket(payload as PayloadOf<"dossier:of-ticket">),
      "dossier:open-holder": () =>
        this.#openHolder(payload as PayloadOf<"dossier:open-holder">, asker),
    };
    return answers[type]();
  };

  #lookUp({ text }: PayloadOf<"dossier:look-up">, asker: DossierAsker): Ack {
    const { device } = asker;
    if (device === null) return refusal("not_paired", "no device");
    if (!this.#mayAsk(asker)) return refusal("rate_limited", "too many look-ups");
    const settings = this.#settings();
    const { extraCodes, hiddenProcedures } = dossierSettingsOf(settings);
    const code = readCode(text, extraCodes);
    const found = code === null ? null : this.#deps.register.find(code);
    const isHidden =
      found !== null &&
      asker.view === "kiosk" &&
      isHiddenOf(found.record.procedureCode, hiddenProcedures);
    const outcome = found === null || isHidden ? "not_found" : "found";
    this.#deps.log.lookUp({ device: device.id, code: code ?? "", outcome });
    if (found === null || isHidden) {
      this.#miss(asker);
      return refusal("dossier_not_found", "no such dossier");
    }
    return this.#done(this.#view(found, asker.view === "counter"));
  }

  /** Whether this device, and all together, may ask once more. */
  #mayAsk({ view, device }: DossierAsker): boolean {
    const now = this.#deps.clock.monotonic();
    const key = device?.id ?? "";
    if (view === "counter") return this.#asked.counter.take(key, now);
    if (!this.#misses.hasOne(key, now)) return false;
    return this.#asked.kiosk.take(key, now) && this.#hub.take(HUB, now);
  }

  #miss({ view, device }: DossierAsker): void {
    if (view !== "kiosk" || device === null) return;
    const now = this.#deps.clock.monotonic();
    this.#misses.take(device.id, now);
    if (!this.#misses.hasOne(device.id, now)) this.#deps.alarms.raise("guessing", device.name);
  }

  #prove({ ref, factor }: PayloadOf<"dossier:prove">, { device }: DossierAsker): Ack {
    const now = this.#deps.clock.monotonic();
    if (!this.#factors.hasOne(ref, now)) return refusal("too_many_attempts", "too many factors");
    const found = this.#deps.register.findByRef(ref);
    const isProven = found !== null && this.#deps.register.provesBy(ref, factor);
    const outcome = isProven ? "proven" : "not_proven";
    this.#deps.log.lookUp({ device: device?.id ?? "", code: found?.record.code ?? "", outcome });
    if (!isProven) {
      this.#factors.take(ref, now);
      return refusal("wrong_factor", "it does not match");
    }
    return this.#done(detailsOf(found, this.#deps.register.historyOf(ref)));
  }

  #ofTicket({ ticketId }: PayloadOf<"dossier:of-ticket">): Ack {
    const ticket = this.#deps.state().tickets.get(ticketId);
    if (ticket === undefined) return refusal("unknown_ticket", "no such ticket");
    const dossiers = ticket.dossierRefs.flatMap((ref): readonly DossierView[] => {
      const found = this.#deps.register.findByRef(ref);
      return found === null ? [] : [this.#view(found, true)];
    });
    return this.#done({ dossiers });
  }

  /** The audit is durable before anything is shown. */
  async #openHolder(
    { ref }: PayloadOf<"dossier:open-holder">,
    { device, signedIn }: DossierAsker,
  ): Promise<Ack> {
    const { register, log, logger } = this.#deps;
    const found = register.findByRef(ref);
    const holder = found === null ? null : register.holderOf(ref);
    if (found === null || holder === null || signedIn === null)
      return refusal("dossier_not_found", "no such holder");
    const officer = signedIn.officer.id;
    try {
      await log.opening({ officer, device: device?.id ?? "", code: found.record.code });
    } catch (cause) {
      logger.error("an opening could not be noted, so nothing was shown", { cause });
      return refusal("unavailable", "the audit can't be written");
    }
    const { name, kind, phone } = holder;
    return this.#done({ name, kind, phone });
  }

  #view(found: KeptDossier, showsPlace: boolean): DossierView {
    const { register, clock, procedureLines } = this.#deps;
    // Of its own source: another one that is read seldom makes this dossier no older.
    const asOf = register.asOfSource(found.source);
    const ofProcedure = procedureLines(found.record.procedureCode);
    const settings = this.#settings();
    return viewOf(found, { settings, now: clock.now(), asOf, ofProcedure, showsPlace });
  }

  #settings(): CentreSettings {
    return this.#deps.state().settings;
  }

  #done(data: object): Ack {
    return { ok: true, data, seq: this.#deps.state().seq };
  }
}

/** Whether a procedure is one of those that nobody is told of at a kiosk. */
function isHiddenOf(code: string | null, hidden: readonly string[]): boolean {
  return code !== null && hidden.some((one) => isSameProcedure(one, code));
}

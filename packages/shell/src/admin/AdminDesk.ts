import {
  type AdminDone,
  type AdminEntered,
  type AdminMenu,
  type AdminWish,
  type HubChosen,
  type PinKept,
  type PinStanding,
  type SleepTimes,
  type WallChoice,
} from "@luot/contract";
import { assertNever, type Logger } from "@luot/kit";
import type { PinBook } from "./PinBook.ts";

/** How long the menu stays open without a wish. */
export const MENU_OPEN_MS = 30_000;

/** What can be done with the monitors, in the app of the displays. */
export interface AdminWalls {
  readonly choose: (walls: readonly WallChoice[]) => PinKept;
  readonly setSleep: (sleep: SleepTimes | null) => PinKept;
}

/** What the administrator's menu acts on. */
export interface AdminDeskOptions {
  readonly pins: PinBook;
  readonly canPutOff: boolean;
  readonly menu: () => AdminMenu;
  readonly changeHub: (address: string) => Promise<HubChosen>;
  /** `null` where there is nothing to choose. */
  readonly walls: AdminWalls | null;
  /** What is done once the answer is out: show the page anew, end the app, end and start it. */
  readonly afterwards: (what: "reload" | "close" | "restart") => void;
  /** Any steady clock, ms. */
  readonly nowMs: () => number;
  readonly log: Logger;
}

/**
 * The administrator's menu: opened by the PIN, open for a while, and the only one who may close the
 * app or lead it to another hub. Pages ask it over the bridge; none of them can open it.
 */
export class AdminDesk {
  readonly #options: AdminDeskOptions;
  #openUntilMs = -Infinity;

  constructor(options: AdminDeskOptions) {
    this.#options = options;
  }

  state(): { readonly pin: PinStanding; readonly canPutOff: boolean } {
    return { pin: this.#options.pins.standing, canPutOff: this.#options.canPutOff };
  }

  /** Keeps the first PIN and shows the page that comes next. */
  keepFirstPin(pin: string): PinKept {
    return this.#thenReload(this.#options.pins.keepFirst(pin));
  }

  putOff(): PinKept {
    if (!this.#options.canPutOff) return { ok: false, code: "bad_pin" };
    return this.#thenReload(this.#options.pins.putOff());
  }

  async enter(pin: string): Promise<AdminEntered> {
    const tried = await this.#options.pins.try(pin);
    switch (tried.kind) {
      case "no_pin":
        return { ok: false, code: "no_pin" };
      case "wait":
        return { ok: false, code: "wait", waitMs: tried.waitMs };
      case "wrong":
        return { ok: false, code: "wrong_pin", tries: tried.tries };
      case "right":
        this.#options.log.info("the administrator's menu was opened");
        this.#stay();
        return { ok: true, menu: this.#options.menu() };
      default:
        return assertNever(tried);
    }
  }

  async wish(wish: AdminWish): Promise<AdminDone> {
    if (this.#options.nowMs() >= this.#openUntilMs) return { ok: false, code: "shut" };
    this.#stay();
    if (wish.kind !== "stay") this.#options.log.info("the administrator", { wish: wish.kind });
    const code = await this.#do(wish);
    return code === null ? { ok: true, menu: this.#options.menu() } : { ok: false, code };
  }

  /** @returns why it was not done */
  async #do(wish: AdminWish): Promise<Extract<AdminDone, { ok: false }>["code"] | null> {
    const { pins, walls, changeHub, afterwards } = this.#options;
    switch (wish.kind) {
      case "stay":
        return null;
      case "leave":
        this.#openUntilMs = -Infinity;
        return null;
      case "close-app":
        afterwards("close");
        return null;
      case "restart-app":
        afterwards("restart");
        return null;
      case "change-hub": {
        const chosen = await changeHub(wish.address);
        if (!chosen.ok) return chosen.code;
        // All that knows the hub begins anew: pages, their policy, the process of the devices.
        afterwards("restart");
        return null;
      }
      case "change-pin":
        return codeOf(pins.keep(wish.pin));
      case "choose-walls":
        return walls === null ? "not_here" : codeOf(walls.choose(wish.walls));
      case "set-sleep":
        return walls === null ? "not_here" : codeOf(walls.setSleep(wish.sleep));
      default:
        return assertNever(wish);
    }
  }

  #stay(): void {
    this.#openUntilMs = this.#options.nowMs() + MENU_OPEN_MS;
  }

  #thenReload(kept: PinKept): PinKept {
    if (kept.ok) this.#options.afterwards("reload");
    return kept;
  }
}

function codeOf(kept: PinKept): Extract<PinKept, { ok: false }>["code"] | null {
  return kept.ok ? null : kept.code;
}

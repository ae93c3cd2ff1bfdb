import { randomInt } from "node:crypto";
import type { Clock } from "@luot/kit";
import type { Device, IdentityStore } from "@luot/store";
import { hashToken, newToken } from "./tokens.ts";

/** What a device asks to become. */
export interface PairingWish {
  readonly role: "kiosk" | "counter" | "display";
  readonly counterId: string | null;
}

/** What whoever confirms decides. */
export interface PairingDecision {
  readonly role: "kiosk" | "counter" | "display";
  readonly name: string;
  readonly counterId: string | null;
  readonly zone: string | null;
}

/** A device that shows its code and waits. */
export interface PendingPairing {
  readonly code: string;
  readonly wish: PairingWish;
  readonly expiresAt: number;
}

interface Pending extends PendingPairing {
  readonly give: (token: string) => void;
}

const CODE_LIVES_MS = 10 * 60_000;
const MAX_PENDING = 100;

/**
 * Pairs devices: a device shows six digits, and whoever runs the hub confirms them there. The code
 * grants nothing by itself; the token goes over the device's own connection alone.
 */
export class Pairing {
  readonly #store: IdentityStore;
  readonly #clock: Clock;
  readonly #newId: () => string;
  readonly #pending = new Map<string, Pending>();

  constructor(store: IdentityStore, clock: Clock, newId: () => string) {
    this.#store = store;
    this.#clock = clock;
    this.#newId = newId;
  }

  /** Devices that wait to be confirmed, in the order they asked. */
  pending(): readonly PendingPairing[] {
    this.#forgetExpired();
    return [...this.#pending.values()].map(({ code, wish, expiresAt }) => ({
      code,
      wish,
      expiresAt,
    }));
  }

  /**
   * Gives a device its code.
   *
   * @param give called with the token once somebody confirmed
   * @returns `null` when too many devices wait already
   */
  ask(wish: PairingWish, give: (token: string) => void): PendingPairing | null {
    this.#forgetExpired();
    if (this.#pending.size >= MAX_PENDING) return null;
    let code = "";
    do code = String(randomInt(1_000_000)).padStart(6, "0");
    while (this.#pending.has(code));
    const pending = { code, wish, expiresAt: this.#clock.now() + CODE_LIVES_MS, give };
    this.#pending.set(code, pending);
    return pending;
  }

  /** Whether a code still counts. */
  isPending(code: string): boolean {
    this.#forgetExpired();
    return this.#pending.has(code);
  }

  /** Takes a code back, because its device went away. */
  withdraw(code: string): void {
    this.#pending.delete(code);
  }

  /** Confirms a code: the device gets its token. @returns the device, or `null` for no such code */
  confirm(code: string, decision: PairingDecision): Device | null {
    this.#forgetExpired();
    const pending = this.#pending.get(code);
    if (pending === undefined) return null;
    this.#pending.delete(code);
    const { device, token } = this.register(decision);
    pending.give(token);
    return device;
  }

  /** Makes a device with a fresh token, which is returned this once and kept only as a hash. */
  register(decision: PairingDecision): { readonly device: Device; readonly token: string } {
    const token = newToken();
    const device: Device = {
      id: this.#newId(),
      ...decision,
      pairedAt: this.#clock.now(),
      revokedAt: null,
    };
    this.#store.addDevice(device, hashToken(token));
    return { device, token };
  }

  #forgetExpired(): void {
    const now = this.#clock.now();
    for (const { code, expiresAt } of this.#pending.values())
      if (expiresAt <= now) this.#pending.delete(code);
  }
}

import { type Identity, type Lead, MAX_LEADS } from "@luot/contract";
import type { Clock } from "@luot/kit";
import type { IdentityStore, Officer, OfficerSession } from "@luot/store";
import { hashSecret, isSecret } from "./passwords.ts";
import { Throttle } from "./Throttle.ts";
import { hashToken, newToken } from "./tokens.ts";

/** An officer at a device, as the hub knows them. */
export interface SignedIn {
  readonly officer: Officer;
  readonly session: OfficerSession;
}

const SESSION_MS = 12 * 3_600_000;
const LEADS: ReadonlySet<Officer["role"]> = new Set(["supervisor", "administrator"]);

/** Signs officers in and out, locks and unlocks their screens. */
export class OfficerDesk {
  readonly #store: IdentityStore;
  readonly #clock: Clock;
  readonly #throttle = new Throttle();
  /** Compared against when there is no such account, so that both take as long. */
  readonly #decoy: Promise<string>;

  constructor(store: IdentityStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    this.#decoy = hashSecret(newToken());
  }

  /** Who a session token of a device belongs to, or `null`. */
  find(token: string, deviceId: string): SignedIn | null {
    return this.#current(hashToken(token), deviceId);
  }

  /**
   * The same officer as things are now: a device may have several tabs, and what one of them locks
   * or ends holds for all.
   *
   * @returns `null` when the session has ended or the account was closed
   */
  refresh({ session }: SignedIn): SignedIn | null {
    return this.#current(session.tokenHash, session.deviceId);
  }

  /**
   * Whom a counter can ask when the hub is gone, with the hashes of their PINs (decision 0007). For
   * a device at which an officer is signed in, and nobody else.
   */
  leads(): readonly Lead[] {
    return this.#store
      .officers()
      .filter(({ role, isActive }) => isActive && LEADS.has(role))
      .slice(0, MAX_LEADS)
      .map(({ id: officerId, name, pinHash }) => ({ officerId, name, pinHash }));
  }

  #current(tokenHash: string, deviceId: string): SignedIn | null {
    const session = this.#store.session(tokenHash);
    if (session === null || session.deviceId !== deviceId) return null;
    if (this.#clock.now() - session.createdAt > SESSION_MS) return null;
    const officer = this.#store.officer(session.officerId);
    return officer === null || !officer.isActive ? null : { officer, session };
  }

  /**
   * Signs an officer in at a device; an earlier session there ends.
   *
   * @returns the session and its token, or the code of the refusal
   */
  async signIn(
    deviceId: string,
    username: string,
    password: string,
  ): Promise<
    | { readonly signedIn: SignedIn; readonly token: string }
    | { readonly refused: "wrong_credentials" | "too_many_attempts" }
  > {
    const key = `${deviceId}/${username}`;
    if (!this.#throttle.isOpen(key, this.#clock.monotonic()))
      return { refused: "too_many_attempts" };
    this.#throttle.fail(key, this.#clock.monotonic());
    const officer = this.#store.officer(username);
    const isRight = await isSecret(officer?.passwordHash ?? (await this.#decoy), password);
    if (officer === null || !officer.isActive || !isRight) return { refused: "wrong_credentials" };
    this.#throttle.clear(key);
    const token = newToken();
    const now = this.#clock.now();
    const session: OfficerSession = {
      tokenHash: hashToken(token),
      officerId: officer.id,
      deviceId,
      createdAt: now,
      usedAt: now,
      isLocked: false,
    };
    this.#store.startSession(session);
    return { signedIn: { officer, session }, token };
  }

  /** Locks the screen of a session. */
  lock({ officer, session }: SignedIn): SignedIn {
    this.#store.setSessionLock(session.tokenHash, true, this.#clock.now());
    return { officer, session: { ...session, isLocked: true } };
  }

  /** Unlocks it with the officer's PIN. */
  async unlock(
    { officer, session }: SignedIn,
    pin: string,
  ): Promise<SignedIn | { readonly refused: "wrong_credentials" | "too_many_attempts" }> {
    const key = `${session.deviceId}/${officer.id}/pin`;
    if (!this.#throttle.isOpen(key, this.#clock.monotonic()))
      return { refused: "too_many_attempts" };
    this.#throttle.fail(key, this.#clock.monotonic());
    if (!(await isSecret(officer.pinHash, pin))) return { refused: "wrong_credentials" };
    this.#throttle.clear(key);
    this.#store.setSessionLock(session.tokenHash, false, this.#clock.now());
    return { officer, session: { ...session, isLocked: false } };
  }

  /** Ends whatever session a device has. */
  signOut(deviceId: string): void {
    this.#store.endSessionsAt(deviceId);
  }
}

/** An officer as screens are told. */
export function officerIdentity({ officer, session }: SignedIn): NonNullable<Identity["officer"]> {
  const { id: officerId, name, role, rights } = officer;
  return { officerId, name, role, rights, isLocked: session.isLocked };
}

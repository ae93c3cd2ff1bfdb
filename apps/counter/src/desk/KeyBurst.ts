import { mayBeginScan, scannedCharacter, type TypedKey } from "./scannedKeys.ts";

/** A hand does not press two keys this fast again and again; a scanner is faster, ms. */
const MAX_GAP_MS = 50;
/** A key that may begin a code is held back this long; nobody notices, ms. */
const HOLD_MS = 80;
/** No shorter text is a scan: a hand may roll over two or three keys. */
const MIN_CHARACTERS = 6;
/** Some scanners send their Enter late; it must not call the next number, ms. */
const LATE_END_MS = 500;

const END: ReadonlySet<string> = new Set(["Enter", "Tab"]);

/** What is made of the keys. */
export interface BurstListener<P extends TypedKey> {
  /** A hand pressed a key. */
  readonly onPress: (press: P) => void;
  /** A scanner typed a text. */
  readonly onScan: (text: string) => void;
}

/**
 * Tells a scanner that types from a hand: to the desk's keys a code such as `000.00.01.H56-…` would
 * be a recall, a no-show, a park and, at its end, the next call.
 */
export class KeyBurst<P extends TypedKey> {
  readonly #listener: BurstListener<P>;
  #held: { readonly press: P; readonly character: string }[] = [];
  #lastAt = Number.NEGATIVE_INFINITY;
  #scannedAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(listener: BurstListener<P>) {
    this.#listener = listener;
  }

  /**
   * Takes a key that was pressed.
   *
   * @param at when, monotonic ms
   * @returns whether it is held back, or belongs to a scan: nobody else is to hear of it
   */
  press(press: P, at: number): boolean {
    const isGoingOn = this.#held.length > 0 && at - this.#lastAt <= MAX_GAP_MS;
    const isEnd = END.has(press.key);
    if (isEnd && this.isScanning(at)) {
      this.#scannedAt = at;
      this.end();
      return true;
    }
    if (!isGoingOn) this.end();
    this.#lastAt = at;
    const character = isEnd ? null : scannedCharacter(press);
    if (character === null || !(isGoingOn || mayBeginScan(character))) {
      this.end();
      this.#listener.onPress(press);
      return false;
    }
    this.#held.push({ press, character });
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.end(), HOLD_MS);
    return true;
  }

  /** Whether an Enter now would be the end of a scan. */
  isScanning(at: number): boolean {
    const isFast = this.#isScan() && at - this.#lastAt <= MAX_GAP_MS;
    return isFast || at - this.#scannedAt <= LATE_END_MS;
  }

  /** No more keys come: what is held is a scan, or was pressed by a hand. */
  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const held = this.#held;
    const isScan = this.#isScan();
    this.#held = [];
    if (isScan) {
      this.#scannedAt = Math.max(this.#scannedAt, this.#lastAt);
      this.#listener.onScan(held.map(({ character }) => character).join(""));
    } else for (const { press } of held) this.#listener.onPress(press);
  }

  /** What is held is dropped. */
  close(): void {
    this.#held = [];
    this.end();
  }

  #isScan(): boolean {
    return this.#held.length >= MIN_CHARACTERS;
  }
}

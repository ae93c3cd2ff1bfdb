import type { Logger } from "@luot/kit";
import type { WebContents } from "electron";

/** All of a page but what an administrator has opened. */
const DARK = `html, body { background: #000 !important }
body { visibility: hidden !important }
body *:not([data-awake], [data-awake] *) { visibility: inherit !important }
[data-awake] { visibility: visible !important }`;

/** What lies over a page, as far as it is known. */
interface Cover {
  /** Of all that may lie over it: what is put over a page while it loads may come to either one. */
  keys: string[];
  /** Something was put over the document that is shown. */
  isOn: boolean;
  /** The page is being asked: one thing after the other, or what is asked last would not win. */
  isBusy: boolean;
}

/** Makes pages black and silent, or shows them again, also those that load meanwhile. */
export class Darkness {
  readonly #log: Logger;
  readonly #covers = new Map<WebContents, Cover>();
  #isDark = false;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Sees to a page until it is gone. */
  watch(contents: WebContents): void {
    contents.on("dom-ready", () => {
      const cover = this.#coverOf(contents);
      cover.keys = [];
      cover.isOn = false;
      this.#apply(contents);
    });
    contents.once("destroyed", () => this.#covers.delete(contents));
  }

  set(isDark: boolean, pages: readonly WebContents[]): void {
    this.#isDark = isDark;
    for (const contents of pages) this.#apply(contents);
  }

  #coverOf(contents: WebContents): Cover {
    const known = this.#covers.get(contents);
    if (known !== undefined) return known;
    const fresh = { keys: [], isOn: false, isBusy: false };
    this.#covers.set(contents, fresh);
    return fresh;
  }

  #apply(contents: WebContents): void {
    if (contents.isDestroyed()) return;
    contents.setAudioMuted(this.#isDark);
    const cover = this.#coverOf(contents);
    // Whoever is at it looks again when it is done.
    if (!cover.isBusy) void this.#settle(contents, cover);
  }

  /** Never rejects. */
  async #settle(contents: WebContents, cover: Cover): Promise<void> {
    cover.isBusy = true;
    while (!contents.isDestroyed() && !this.#isDone(cover)) {
      cover.isOn = this.#isDark;
      try {
        if (this.#isDark) await this.#put(contents, cover);
        else for (const key of cover.keys.splice(0)) await contents.removeInsertedCSS(key);
      } catch (cause) {
        // A page that goes meanwhile rejects; the next one is seen to when it is there.
        this.#log.info("a page went while it was made dark", { cause });
      }
    }
    cover.isBusy = false;
  }

  #isDone({ isOn, keys }: Cover): boolean {
    return this.#isDark ? isOn : !isOn && keys.length === 0;
  }

  async #put(contents: WebContents, cover: Cover): Promise<void> {
    const key = await contents.insertCSS(DARK);
    cover.keys.push(key);
  }
}

import type { Logger } from "@luot/kit";
import type { WebContents } from "electron";

/** All of a page but what an administrator has opened. */
const DARK = `html, body { background: #000 !important }
body { visibility: hidden !important }
body *:not([data-awake], [data-awake] *) { visibility: inherit !important }
[data-awake] { visibility: visible !important }`;

/** Makes pages black and silent, or shows them again, also those that load meanwhile. */
export class Darkness {
  readonly #log: Logger;
  readonly #keys = new Map<WebContents, string>();
  #isDark = false;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Sees to a page until it is gone. */
  watch(contents: WebContents): void {
    contents.on("dom-ready", () => {
      this.#keys.delete(contents);
      this.#apply(contents);
    });
    contents.once("destroyed", () => this.#keys.delete(contents));
  }

  set(isDark: boolean, pages: readonly WebContents[]): void {
    this.#isDark = isDark;
    for (const contents of pages) this.#apply(contents);
  }

  #apply(contents: WebContents): void {
    if (contents.isDestroyed()) return;
    contents.setAudioMuted(this.#isDark);
    const key = this.#keys.get(contents);
    if (this.#isDark && key === undefined) this.#cover(contents).catch(this.#note);
    if (this.#isDark || key === undefined) return;
    this.#keys.delete(contents);
    contents.removeInsertedCSS(key).catch(this.#note);
  }

  async #cover(contents: WebContents): Promise<void> {
    const key = await contents.insertCSS(DARK);
    if (this.#isDark) this.#keys.set(contents, key);
    else await contents.removeInsertedCSS(key);
  }

  /** A page that goes while it is covered rejects; the next one is covered when it is there. */
  readonly #note = (cause: unknown): void => {
    this.#log.info("a page went while it was made dark", { cause });
  };
}

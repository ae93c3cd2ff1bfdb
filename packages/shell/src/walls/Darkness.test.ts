import { EventEmitter } from "node:events";
import { silentLogger } from "@luot/kit";
import type { WebContents } from "electron";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Darkness } from "./Darkness.ts";

/** A page whose process answers when it is told to, in the order in which it was asked. */
class FakePage extends EventEmitter {
  /** Keys of what lies over the page that is shown. */
  readonly covers = new Set<string>();
  isMuted = false;
  readonly #waiting: (() => void)[] = [];
  #lastKey = 0;

  asContents(): WebContents {
    return this as unknown as WebContents;
  }

  isDestroyed = (): boolean => false;

  setAudioMuted(isMuted: boolean): void {
    this.isMuted = isMuted;
  }

  insertCSS(_css: string): Promise<string> {
    const key = String((this.#lastKey += 1));
    return this.#later(() => this.covers.add(key)).then(() => key);
  }

  removeInsertedCSS(key: string): Promise<void> {
    return this.#later(() => this.covers.delete(key));
  }

  /** Another document: what lay over the one before is gone with it. */
  load(): void {
    this.covers.clear();
    this.emit("dom-ready");
  }

  /** Answers the oldest question. @returns whether there was one */
  async answer(): Promise<boolean> {
    const next = this.#waiting.shift();
    next?.();
    for (let i = 0; i < 8; i += 1) await Promise.resolve();
    return next !== undefined;
  }

  async settle(): Promise<void> {
    while (await this.answer());
  }

  #later(run: () => void): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(() => {
        run();
        resolve();
      });
    });
  }
}

function aWatched(): { readonly page: FakePage; readonly set: (isDark: boolean) => void } {
  const page = new FakePage();
  const darkness = new Darkness(silentLogger);
  darkness.watch(page.asContents());
  return { page, set: (isDark) => darkness.set(isDark, [page.asContents()]) };
}

describe("Darkness", () => {
  it("is gone when it ends before the first cover is there, and begins again", async () => {
    const { page, set } = aWatched();
    for (const isDark of [true, false, true]) set(isDark);
    await page.settle();
    set(false);
    await page.settle();
    expect([page.covers.size, page.isMuted]).toEqual([0, false]);
  });

  it("covers a page that loads while the one before is being covered", async () => {
    const { page, set } = aWatched();
    set(true);
    page.load();
    await page.settle();
    expect(page.covers.size).toBeGreaterThan(0);
    set(false);
    await page.settle();
    expect(page.covers.size).toBe(0);
  });

  it("ends as it was wished last, in whatever order pages load and answer", async () => {
    const step = fc.constantFrom("dark", "light", "load", "answer");
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.boolean(), async (steps, isDark) => {
        const { page, set } = aWatched();
        for (const what of steps) {
          if (what === "load") page.load();
          else if (what === "answer") await page.answer();
          else set(what === "dark");
        }
        set(isDark);
        await page.settle();
        expect([page.covers.size > 0, page.isMuted]).toEqual([isDark, isDark]);
      }),
    );
  });
});

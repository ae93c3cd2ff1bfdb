import { err, ok, silentLogger } from "@luot/kit";
import { beforeEach, describe, expect, it } from "vitest";
import { Shortcuts } from "./Shortcuts.ts";
import { FRESH_SHORTCUTS, ShortcutKeysSchema } from "./shortcutKeys.ts";

/** A system where other programs may have keys. */
class FakeShortcutBook {
  readonly elsewhere = new Set<string>();
  readonly ours = new Map<string, () => void>();

  register = (keys: string, run: () => void): boolean => {
    if (this.elsewhere.has(keys) || this.ours.has(keys)) return false;
    this.ours.set(keys, run);
    return true;
  };

  unregister = (keys: string): void => {
    this.ours.delete(keys);
  };

  press(keys: string): void {
    this.ours.get(keys)?.();
  }
}

let book: FakeShortcutBook;
let kept = FRESH_SHORTCUTS;
let isDiskFull = false;
let done: string[] = [];
let shortcuts: Shortcuts;

beforeEach(() => {
  book = new FakeShortcutBook();
  kept = FRESH_SHORTCUTS;
  isDiskFull = false;
  done = [];
  shortcuts = new Shortcuts({
    book,
    kept: () => kept,
    keep: (next) => {
      if (isDiskFull) return err("cannot_store");
      kept = next;
      return ok(next);
    },
    run: (shortcut) => done.push(shortcut),
    log: silentLogger,
  });
});

describe("shortcuts", () => {
  it("run by their keys, and by others once they were changed", () => {
    shortcuts.begin();
    book.press("Ctrl+Alt+N");
    expect(shortcuts.change("call-next", "Ctrl+Alt+G")).toEqual({ ok: true });
    book.press("Ctrl+Alt+N");
    book.press("Ctrl+Alt+G");
    expect(done).toEqual(["call-next", "call-next"]);
    expect(kept["call-next"]).toBe("Ctrl+Alt+G");
  });

  it("keep their old keys when another program has the new ones", () => {
    book.elsewhere.add("F9");
    shortcuts.begin();
    expect(shortcuts.change("recall", "F9")).toEqual({ ok: false, code: "held_elsewhere" });
    book.press("Ctrl+Alt+R");
    expect(done).toEqual(["recall"]);
    expect(shortcuts.list().recall).toEqual({ keys: "Ctrl+Alt+R", isHeld: false });
  });

  it("keep their old keys when the new ones can't be stored", () => {
    shortcuts.begin();
    isDiskFull = true;
    expect(shortcuts.change("recall", "F9")).toEqual({ ok: false, code: "cannot_store" });
    expect([...book.ours.keys()]).not.toContain("F9");
    book.press("Ctrl+Alt+R");
    expect(done).toEqual(["recall"]);
  });

  it("say which of them another program had first, and get others instead", () => {
    book.elsewhere.add("Ctrl+Alt+F");
    shortcuts.begin();
    expect(shortcuts.list().finish).toEqual({ keys: "Ctrl+Alt+F", isHeld: true });
    expect(shortcuts.change("finish", "Ctrl+F8")).toEqual({ ok: true });
    book.press("Ctrl+F8");
    expect(done).toEqual(["finish"]);
    expect(shortcuts.list().finish).toEqual({ keys: "Ctrl+F8", isHeld: false });
  });

  it("can be asked for again when the other program is gone", () => {
    book.elsewhere.add("Ctrl+Alt+F");
    shortcuts.begin();
    expect(shortcuts.change("finish", "Ctrl+Alt+F")).toMatchObject({ code: "held_elsewhere" });
    book.elsewhere.clear();
    expect(shortcuts.change("finish", "Ctrl+Alt+F")).toEqual({ ok: true });
    expect(shortcuts.list().finish.isHeld).toBe(false);
  });

  it("never share keys", () => {
    shortcuts.begin();
    expect(shortcuts.change("recall", "Ctrl+Alt+N")).toEqual({ ok: false, code: "used_already" });
    expect(shortcuts.change("recall", "Ctrl+Alt+R")).toEqual({ ok: true });
  });

  it.each(["", "N", "Shift+N", "Ctrl", "Ctrl+Alt", "Meta+N", "Ctrl+N+M", "Ctrl+Alt+Enter", "F13"])(
    "take no %j",
    (keys) => {
      shortcuts.begin();
      expect(shortcuts.change("recall", keys)).toEqual({ ok: false, code: "bad_keys" });
    },
  );

  it.each(["F5", "Shift+F12", "Ctrl+Shift+A", "Alt+9", ...Object.values(FRESH_SHORTCUTS)])(
    "may be %s",
    (keys) => expect(ShortcutKeysSchema.parse(keys)).toBe(keys),
  );
});

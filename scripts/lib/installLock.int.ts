import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withLock } from "./installLock.mjs";

const quiet = { onWait: () => undefined };

describe("withLock", () => {
  let folder: string;
  let lock: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "luot-lock-"));
    lock = path.join(folder, "deep", "install.lock");
  });

  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it("runs one piece of work at a time", async () => {
    let running = 0;
    let mostAtOnce = 0;
    const work = async (): Promise<void> => {
      running += 1;
      mostAtOnce = Math.max(mostAtOnce, running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(lock, quiet, work)));
    expect(mostAtOnce).toBe(1);
    expect(fs.existsSync(lock)).toBe(false);
  });

  it("lets go when the work throws", async () => {
    const broken = withLock(lock, quiet, () => Promise.reject(new Error("no space")));
    await expect(broken).rejects.toThrow("no space");
    await expect(withLock(lock, quiet, () => Promise.resolve("done"))).resolves.toBe("done");
  });

  it("takes over the lock of a process that has ended", async () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    fs.mkdirSync(lock, { recursive: true });
    fs.writeFileSync(path.join(lock, "pid"), String(pid));
    await expect(withLock(lock, quiet, () => Promise.resolve("done"))).resolves.toBe("done");
    expect(fs.readdirSync(path.dirname(lock))).toEqual([]);
  });

  it("says whom it waits for", async () => {
    const waited: (number | null)[] = [];
    let second = Promise.resolve();
    await withLock(lock, quiet, async () => {
      await new Promise<void>((told) => {
        const onWait = (pid: number | null): void => {
          waited.push(pid);
          told();
        };
        second = withLock(lock, { onWait }, () => Promise.resolve());
      });
    });
    await second;
    expect(waited).toEqual([process.pid]);
  });
});

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { err, type Logger, ok, type Result } from "@luot/kit";
import { writeWhole } from "../settings/writeWhole.ts";
import type { Timers } from "../watch/Heartbeat.ts";
import { downloadUpdate, isWhole, type NotTaken } from "./downloadUpdate.ts";
import { findUpdate, type InstalledProgram, judgeManifest, type NoUpdate } from "./findUpdate.ts";
import type { UpdateManifest } from "./UpdateManifest.ts";

const EVERY_MS = 6 * 3_600_000;
/** Up to this much is added to each wait, so that a hall of machines does not ask at once. */
const JITTER_MS = 30 * 60_000;
const FIRST_WITHIN_MS = 15_000;
/** A hub serves few at a time, and a new machine is not told its hub at once. */
const SOON_MS = 10 * 60_000;
/** What is taken is kept beside the folder of the package, which is emptied for the next. */
const MANIFEST = "update.json";
const PACKAGES = "update";

/** A package on this machine that is newer than what runs, and whose word was checked. */
export interface ReadyUpdate {
  readonly manifest: UpdateManifest;
  readonly path: string;
}

/** What the keeper of updates needs. */
export interface UpdateKeeperOptions {
  readonly program: InstalledProgram;
  readonly hubUrl: () => string | null;
  /** The app's own folder, for what is downloaded. */
  readonly folder: string;
  readonly fetch: typeof fetch;
  readonly timers: Timers;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  /** Told of a package each time one was taken or found whole again. */
  readonly onReady: (update: ReadyUpdate) => void;
  readonly log: Logger;
}

/** Looks for updates soon after the start and every six hours, and brings what may be installed. */
export class UpdateKeeper {
  readonly #options: UpdateKeeperOptions;
  #cancel: () => void = () => {};
  #isClosed = false;

  constructor(options: UpdateKeeperOptions) {
    this.#options = options;
    this.#waitFor(options.random() * FIRST_WITHIN_MS);
  }

  /**
   * What was brought before and is still whole and newer than what runs; checked anew, signature
   * and all, for it lay on a disk meanwhile.
   */
  async kept(): Promise<ReadyUpdate | null> {
    const { folder, program } = this.#options;
    const sealed = await readFile(join(folder, MANIFEST), "utf8").catch(() => null);
    if (sealed === null) return null;
    const found = judgeManifest(sealed, program);
    if (!found.ok) return null;
    const { manifest } = found.value;
    const path = join(folder, PACKAGES, manifest.file);
    return (await isWhole(path, manifest)) ? { manifest, path } : null;
  }

  /** Looks once. What came of it is logged, and told when there is something to install. */
  async look(): Promise<Result<ReadyUpdate, NoUpdate | NotTaken>> {
    const result = await this.#bring();
    const { log, onReady } = this.#options;
    if (result.ok) {
      const { manifest, path } = result.value;
      log.info("an update is ready", { version: manifest.version, path });
      onReady(result.value);
    } else if (result.error === "not_newer" || result.error === "none_offered")
      log.info("there is no update", { why: result.error });
    else log.warn("no update was taken", { why: result.error });
    return result;
  }

  close(): void {
    this.#isClosed = true;
    this.#cancel();
  }

  async #bring(): Promise<Result<ReadyUpdate, NoUpdate | NotTaken>> {
    const { hubUrl, program, folder, fetch: ask } = this.#options;
    const url = hubUrl();
    if (url === null) return err("none_offered");
    const found = await findUpdate(url, program, ask);
    if (!found.ok) return found;
    const { manifest, sealed } = found.value;
    const from = `${url}/updates/${program.app}`;
    const taken = await downloadUpdate({ from, manifest, into: join(folder, PACKAGES) }, ask);
    if (!taken.ok) return taken;
    try {
      writeWhole(join(folder, MANIFEST), sealed);
    } catch {
      // Told by the code; the package is downloaded again another time.
      return err("cannot_store");
    }
    return ok({ manifest, path: taken.value });
  }

  #waitFor(delayMs: number): void {
    if (this.#isClosed) return;
    this.#cancel = this.#options.timers.after(delayMs, () => void this.#lookAndWait());
  }

  async #lookAndWait(): Promise<void> {
    const { hubUrl, random, log } = this.#options;
    let nextMs = EVERY_MS;
    try {
      const result = await this.look();
      if (hubUrl() === null || (!result.ok && result.error === "busy")) nextMs = SOON_MS;
    } catch (cause) {
      // Whatever it is, the app has better things to do than to fall over it.
      log.error("looking for an update failed", { cause });
    }
    this.#waitFor(nextMs + random() * JITTER_MS);
  }
}

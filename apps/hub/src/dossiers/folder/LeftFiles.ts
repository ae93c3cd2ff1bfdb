import { lstat, readdir } from "node:fs/promises";
import { basename, extname, join, relative, sep } from "node:path";
import type { Clock, Logger } from "@luot/kit";
import type { Alarms } from "../../Alarms.ts";

/** What looking for files that are left needs. */
export interface LeftFilesDeps {
  readonly inFolder: string;
  /** Whether a file that lies there is one that is taken, now or soon. */
  readonly isTaken: (path: string) => boolean;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly log: Logger;
}

/** A file that nobody takes. */
export interface LeftFile {
  readonly path: string;
  /** The folder it lies in, or what kind of file it is; never its own name. */
  readonly subject: string;
}

const TELL_AFTER_MS = 3_600_000;
const MAX_SUBJECT = 64;
const ALARM = "import_refused";

/**
 * Finds files that are never taken: in a folder that no source is named after, of a source that is
 * off, or with a name that programs give to what is not whole yet. Each is told of once.
 */
export class LeftFiles {
  readonly #deps: LeftFilesDeps;
  #told: ReadonlyMap<string, string> = new Map();

  constructor(deps: LeftFilesDeps) {
    this.#deps = deps;
  }

  /** Raises an alarm for what lies there for an hour, and ends it when all of it is gone. */
  async tell(): Promise<void> {
    const { alarms, log } = this.#deps;
    const left = await this.olderThan(TELL_AFTER_MS);
    for (const { path, subject } of left) {
      if (this.#told.has(path)) continue;
      log.warn("a dropped file is not taken", { subject });
      alarms.raise(ALARM, subject);
    }
    const told = new Map(left.map(({ path, subject }) => [path, subject]));
    const subjects = new Set(told.values());
    for (const subject of new Set(this.#told.values()))
      if (!subjects.has(subject)) alarms.clear(`${ALARM}:${subject}`);
    this.#told = told;
  }

  /** @param ageMs since it came there or was changed, ms */
  async olderThan(ageMs: number): Promise<readonly LeftFile[]> {
    const { inFolder, isTaken, clock } = this.#deps;
    const left: LeftFile[] = [];
    for (const entry of await readdir(inFolder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || isTaken(path)) continue;
      // A copy may keep the time its original was changed, but none can keep when it came here.
      const stats = await lstat(path).catch(() => null);
      const isOld = stats !== null && clock.now() - Math.max(stats.ctimeMs, stats.mtimeMs) > ageMs;
      if (isOld) left.push({ path, subject: subjectOf(relative(inFolder, path)) });
    }
    return left;
  }
}

function subjectOf(path: string): string {
  const [first = "", ...rest] = path.split(sep);
  const name = basename(path);
  const kind = /^[.~]/u.test(name) ? name.slice(0, 1) : extname(name).toLowerCase();
  return (rest.length > 0 ? first : kind).slice(0, MAX_SUBJECT);
}

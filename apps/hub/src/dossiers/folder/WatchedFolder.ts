import { type Dirent, existsSync, mkdirSync } from "node:fs";
import { copyFile, lstat, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import type { DossierSource, ImportReport } from "@luot/contract";
import type { Clock, Logger } from "@luot/kit";
import type { Alarms } from "../../Alarms.ts";
import { RegisterClosed } from "../RegisterThread.ts";
import type { RegisterWriter } from "../RegisterWriter.ts";
import { FILES } from "../sources/Sources.ts";
import { BegunFiles } from "./BegunFiles.ts";
import { LeftFiles } from "./LeftFiles.ts";
import { notTaken } from "./notTaken.ts";
import { stampOf, timeOfStamp } from "./stamps.ts";

/** What watching works with. */
export interface WatchedFolderDeps {
  /** `dossiers` of the data folder. */
  readonly folder: string;
  readonly writer: RegisterWriter;
  readonly find: (sourceId: string) => DossierSource | null;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly log: Logger;
}

/** A file that lies in the folder. */
interface Dropped {
  readonly path: string;
  readonly name: string;
  readonly sourceId: string;
}

/** How a file was when it was last looked at. */
interface Seen {
  readonly size: number;
  readonly mtimeMs: number;
  /** Since when it is so, ms of the clock that never goes back. */
  readonly since: number;
  /** What became of it, when it could not be moved yet. */
  readonly report: ImportReport | null;
}

const SETTLE_MS = 2_000;
/** Taken files hold names and phones in clear: they are there to look into a mistake, no longer. */
const KEEP_FILES_MS = 7 * 24 * 3_600_000;
const KEEP_REPORTS_MS = 90 * 24 * 3_600_000;
const RETRY_MS = 60_000;
const MAX_FAILURES = 3;
const MAX_NAME = 150;
const REPORT = ".report.json";
const BEGUN = "begun.json";
/** What programs write while they write: marks of open spreadsheets, downloads and copies. */
const NOT_YET = /^[.~]|\.(tmp|part|partial|crdownload|filepart)$/iu;
const ALARM = "import_refused";

/**
 * Takes files that are dropped into `in`, or into a folder there named after their source: each when
 * it stood still for two seconds. Then it is moved to `done` or `refused`, with a report beside it.
 *
 * It is looked at again and again, for no system tells reliably of what comes over a network share.
 * A hub killed in between takes the file again, which changes nothing. A file that could not be
 * taken three times, because the thread or the hub fell over it, is refused.
 */
export class WatchedFolder {
  readonly #deps: WatchedFolderDeps;
  readonly #seen = new Map<string, Seen>();
  readonly #begun: BegunFiles;
  readonly #left: LeftFiles;
  #looking: Promise<void> | null = null;

  constructor(deps: WatchedFolderDeps) {
    const { alarms, clock, log } = deps;
    this.#deps = deps;
    const isTaken = (path: string): boolean => this.#isTaken(path);
    this.#left = new LeftFiles({ inFolder: this.inFolder, isTaken, alarms, clock, log });
    for (const name of ["in", "done", "refused"]) {
      const path = join(deps.folder, name);
      // Others drop files into `in`: its permissions are the administrator's.
      if (!existsSync(path))
        mkdirSync(path, { recursive: true, mode: name === "in" ? 0o770 : 0o700 });
    }
    this.#begun = new BegunFiles(join(deps.folder, BEGUN), log);
  }

  /** Where files are dropped. */
  get inFolder(): string {
    return join(this.#deps.folder, "in");
  }

  /** Looks once, and takes what is ready; while that lasts, further calls wait for the same. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => (this.#looking = null));
    return this.#looking;
  }

  async #look(): Promise<void> {
    const dropped = await this.#dropped();
    const paths = new Set(dropped.map(({ path }) => path));
    for (const path of this.#seen.keys()) if (!paths.has(path)) this.#seen.delete(path);
    this.#begun.retain((path) => paths.has(path));
    for (const file of dropped) if (await this.#isReady(file)) await this.#take(file);
  }

  async #dropped(): Promise<readonly Dropped[]> {
    const entries = await readdir(this.inFolder, { withFileTypes: true });
    const own = entries.filter(isPlainFile).map((entry) => this.#drop(entry, FILES.id));
    const inner: Dropped[] = [];
    for (const entry of entries.filter((entry) => entry.isDirectory())) {
      if (this.#deps.find(entry.name) === null) continue;
      const files = await readdir(join(this.inFolder, entry.name), { withFileTypes: true });
      inner.push(...files.filter(isPlainFile).map((file) => this.#drop(file, entry.name)));
    }
    return [...own, ...inner].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }

  #drop({ name, parentPath }: Dirent, sourceId: string): Dropped {
    return { path: join(parentPath, name), name, sourceId };
  }

  /** Whether a file that lies there is one that is taken when it stands still. */
  #isTaken(path: string): boolean {
    const [first = "", second, ...deeper] = relative(this.inFolder, path).split(sep);
    const source = this.#deps.find(second === undefined ? FILES.id : first);
    const isWhole = !NOT_YET.test(second ?? first);
    return isWhole && deeper.length === 0 && source?.isOn === true;
  }

  async #isReady({ path }: Dropped): Promise<boolean> {
    const now = this.#deps.clock.monotonic();
    const stats = await lstat(path).catch(() => null);
    // It was taken away again in between.
    if (stats === null) return false;
    const { size, mtimeMs } = stats;
    const before = this.#seen.get(path);
    if (before === undefined || before.size !== size || before.mtimeMs !== mtimeMs) {
      this.#seen.set(path, { size, mtimeMs, since: now, report: null });
      return false;
    }
    return now - before.since >= SETTLE_MS;
  }

  async #take(file: Dropped): Promise<void> {
    const { find, clock, log } = this.#deps;
    const source = find(file.sourceId);
    const seen = this.#seen.get(file.path);
    if (source === null || !source.isOn || seen === undefined) return;
    try {
      const report = seen.report ?? (await this.#read(file, source, seen));
      this.#seen.set(file.path, { ...seen, report });
      await this.#putAway(file, report);
    } catch (cause) {
      // A full disk passes, and so does a program that has the file open.
      const since = clock.monotonic() + RETRY_MS;
      const { report } = this.#seen.get(file.path) ?? seen;
      if (report !== null) this.#deps.alarms.raise(ALARM, source.id);
      this.#seen.set(file.path, { ...seen, since, report });
      log.error("a dropped file could not be taken or put away", { source: source.id, cause });
    }
  }

  async #read(file: Dropped, source: DossierSource, seen: Seen): Promise<ImportReport> {
    const { writer, clock } = this.#deps;
    const name = file.name.slice(0, MAX_NAME);
    const at = clock.now();
    if (this.#begun.timesOf(file.path, seen) >= MAX_FAILURES) {
      const report = notTaken({ source: source.id, name, at, reason: "failed" });
      this.#tell(report);
      return report;
    }
    this.#begun.begin(file.path, seen);
    try {
      const report = await writer.run("import-file", {
        source: source.id,
        name,
        mapping: source.mapping,
        content: { kind: "path", path: file.path },
        at,
        asOf: Math.round(seen.mtimeMs),
      });
      this.#tell(report);
      return report;
    } catch (cause) {
      if (cause instanceof RegisterClosed) this.#begun.takeBack(file.path, seen);
      throw cause;
    }
  }

  #tell({ outcome, source, run, reason, counts }: ImportReport): void {
    const { alarms, log } = this.#deps;
    log.info("a dropped file was read", { source, run, outcome, reason, ...counts });
    if (outcome === "refused") alarms.raise(ALARM, source);
    else alarms.clear(`${ALARM}:${source}`);
  }

  /** The report first: a hub that is killed in between takes the file again, and writes another. */
  async #putAway(file: Dropped, report: ImportReport): Promise<void> {
    const { folder } = this.#deps;
    const into = join(folder, report.outcome === "refused" ? "refused" : "done");
    const stamp = stampOf(report.at);
    // Files that were not read have no run of their own.
    const run = report.run === 0 ? file.sourceId : report.run;
    const name = `${stamp}-${run}-${file.name.slice(-MAX_NAME)}`;
    await writeFile(join(into, name + REPORT), `${JSON.stringify(report, null, 2)}\n`, {
      mode: 0o600,
    });
    await move(file.path, join(into, name));
    this.#seen.delete(file.path);
  }

  /** Tells of files that nobody takes. */
  tellLeft(): Promise<void> {
    return this.#left.tell();
  }

  /** Refuses what nobody took for a week; deletes taken files after another, reports later. */
  async sweep(): Promise<void> {
    await this.#refuseLeft();
    const now = this.#deps.clock.now();
    for (const name of ["done", "refused"]) {
      const folder = join(this.#deps.folder, name);
      for (const file of await readdir(folder)) {
        const takenAt = timeOfStamp(file);
        const keepMs = file.endsWith(REPORT) ? KEEP_REPORTS_MS : KEEP_FILES_MS;
        if (takenAt !== null && now - takenAt > keepMs) await rm(join(folder, file));
      }
    }
  }

  async #refuseLeft(): Promise<void> {
    const at = this.#deps.clock.now();
    const left = await this.#left.olderThan(KEEP_FILES_MS);
    for (const [i, { path, subject }] of left.entries()) {
      const name = basename(path);
      const report = notTaken({ source: subject, name, at, reason: "not_taken" });
      // Two of one name may have lain in two folders of one.
      await this.#putAway({ path, name, sourceId: `${subject}-${i + 1}` }, report);
    }
  }
}

/** Where `in` is a share that is mounted there, a file can't be renamed out of it. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "EXDEV")) throw cause;
    await copyFile(from, to);
    await rm(from);
  }
}

function isPlainFile(entry: Dirent): boolean {
  return entry.isFile() && !NOT_YET.test(entry.name);
}

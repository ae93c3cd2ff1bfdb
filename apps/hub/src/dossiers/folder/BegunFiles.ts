import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Logger } from "@luot/kit";
import { z } from "zod";

const BegunSchema = z.record(
  z.string(),
  z.object({ size: z.number(), mtimeMs: z.number(), times: z.number() }),
);
type Begun = z.infer<typeof BegunSchema>;

/** A file as it was when it was looked at. */
export interface FileState {
  readonly size: number;
  readonly mtimeMs: number;
}

/**
 * How often each dropped file was begun and not ended, kept on disk: a file that fells or hangs the
 * thread, or the whole hub, is known by it at the next start.
 */
export class BegunFiles {
  readonly #path: string;
  #begun: Begun;

  /** @param path of the file it is kept in; one that can't be read is begun anew */
  constructor(path: string, log: Logger) {
    this.#path = path;
    this.#begun = read(path, log);
  }

  /** How often this very file was begun and not ended; one that changed is another. */
  timesOf(path: string, { size, mtimeMs }: FileState): number {
    const begun = this.#begun[path];
    return begun?.size === size && begun.mtimeMs === mtimeMs ? begun.times : 0;
  }

  /** Durable when it returns. @throws when the disk can't be written: then nothing is to be begun */
  begin(path: string, state: FileState): void {
    const { size, mtimeMs } = state;
    const times = this.timesOf(path, state) + 1;
    this.#keep({ ...this.#begun, [path]: { size, mtimeMs, times } });
  }

  /** It was not begun after all. */
  takeBack(path: string, state: FileState): void {
    const { size, mtimeMs } = state;
    const times = Math.max(0, this.timesOf(path, state) - 1);
    this.#keep({ ...this.#begun, [path]: { size, mtimeMs, times } });
  }

  /** Forgets all files but those that still lie there. */
  retain(isThere: (path: string) => boolean): void {
    const rest = Object.entries(this.#begun).filter(([path]) => isThere(path));
    if (rest.length < Object.keys(this.#begun).length) this.#keep(Object.fromEntries(rest));
  }

  #keep(begun: Begun): void {
    const next = `${this.#path}.new`;
    writeFileSync(next, JSON.stringify(begun), { mode: 0o600, flush: true });
    renameSync(next, this.#path);
    this.#begun = begun;
  }
}

function read(path: string, log: Logger): Begun {
  if (!existsSync(path)) return {};
  try {
    return BegunSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    log.warn("the list of files that were begun can't be read, and is begun anew", { cause });
    return {};
  }
}

import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** How large a log may grow. */
export interface RotatingFileOptions {
  readonly path: string;
  /** Of one file; it is put aside before a line that would make it larger. */
  readonly maxBytes: number;
  /** All in all, the one that is written included. */
  readonly maxFiles: number;
}

/**
 * A file of lines that never grows beyond a bound: when it is full it becomes `.1`, that one `.2`,
 * and the oldest goes. Written at once, for a program that crashes has the most to say; lines are
 * few.
 */
export class RotatingFile {
  readonly #options: RotatingFileOptions;
  #bytes: number;

  /** @throws the system's error where the folder can't be made */
  constructor(options: RotatingFileOptions) {
    this.#options = options;
    mkdirSync(dirname(options.path), { recursive: true });
    this.#bytes = existsSync(options.path) ? statSync(options.path).size : 0;
  }

  /** Adds a line. @throws the system's error, e.g. of a full disk */
  add(line: string): void {
    const { path, maxBytes } = this.#options;
    const text = `${line}\n`;
    const bytes = Buffer.byteLength(text);
    if (this.#bytes > 0 && this.#bytes + bytes > maxBytes) this.#rotate();
    appendFileSync(path, text, { mode: 0o600 });
    this.#bytes += bytes;
  }

  #rotate(): void {
    const { path, maxFiles } = this.#options;
    rmSync(`${path}.${maxFiles - 1}`, { force: true });
    for (let i = maxFiles - 2; i >= 1; i -= 1)
      if (existsSync(`${path}.${i}`)) renameSync(`${path}.${i}`, `${path}.${i + 1}`);
    if (maxFiles > 1) renameSync(path, `${path}.1`);
    else rmSync(path, { force: true });
    this.#bytes = 0;
  }
}

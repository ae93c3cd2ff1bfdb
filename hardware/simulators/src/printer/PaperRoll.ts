import { invariant } from "@luot/kit";
import type { Raster } from "../Raster.ts";

/** A piece of paper that came out, from one cut to the next. */
export interface Paper {
  /** 1 for the first paper of this printer. */
  readonly id: number;
  /** Epoch ms of the cut. */
  readonly at: number;
  readonly raster: Raster;
}

/** Collects rows until a cut makes a paper of them. */
export class PaperRoll {
  readonly #widthBytes: number;
  readonly #keep: number;
  #rows: Uint8Array[] = [];
  #papers: readonly Paper[] = [];
  #cuts = 0;

  constructor(options: { readonly widthDots: number; readonly keep: number }) {
    invariant(options.widthDots > 0 && options.widthDots % 8 === 0, "widths are multiples of 8");
    this.#widthBytes = options.widthDots / 8;
    this.#keep = options.keep;
  }

  /** The last papers, oldest first; never more than are to be kept. */
  get papers(): readonly Paper[] {
    return this.#papers;
  }

  /** Rows that were printed and not cut off yet. */
  get uncutRows(): number {
    return this.#rows.length;
  }

  /** Prints one row from the left edge; what is beyond the right edge falls off. */
  printRow(row: Uint8Array): void {
    const printed = new Uint8Array(this.#widthBytes);
    printed.set(row.subarray(0, this.#widthBytes));
    this.#rows.push(printed);
  }

  /** Cuts, at a time. The paper fed up to the knife is not part of the picture. */
  cut(at: number): Paper {
    const data = new Uint8Array(this.#rows.length * this.#widthBytes);
    for (const [i, row] of this.#rows.entries()) data.set(row, i * this.#widthBytes);
    const raster = { widthDots: this.#widthBytes * 8, heightDots: this.#rows.length, data };
    const paper = { id: ++this.#cuts, at, raster };
    this.#papers = [...this.#papers, paper].slice(-this.#keep);
    this.#rows = [];
    return paper;
  }
}

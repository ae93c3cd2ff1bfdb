import type { Scan, ScanRefusal } from "./Scan.ts";

/**
 * - `ready`: open. A scanner that never speaks is ready too: nobody scans.
 * - `degraded`: open, but not set up as it should be; it may scan all the same.
 * - `lost`: not open, and tried again by itself until it is closed.
 */
export type ScannerHealth = "ready" | "degraded" | "lost";

/** That something was scanned and is not handed on. Never holds what was scanned. */
export interface RefusedScan {
  readonly reason: ScanRefusal;
  readonly aim: string;
}

/**
 * A bar code scanner. It yields clean text and knows nothing of tickets.
 *
 * Each `on…` returns the function that stops it. A listener that throws or rejects is logged and
 * harms nobody else.
 */
export interface Scanner {
  /** Starts; resolves after the first attempt, whatever came of it. Never rejects. */
  open(): Promise<void>;
  /** Ends; from the call on no listener hears anything until it is opened again. Never rejects. */
  close(): Promise<void>;
  readonly health: ScannerHealth;
  onScan(listener: (scan: Scan) => unknown): () => void;
  onRefused(listener: (refused: RefusedScan) => unknown): () => void;
  onHealth(listener: (health: ScannerHealth) => unknown): () => void;
}

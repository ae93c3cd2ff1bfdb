/** What an open serial line tells. Both may be called before the opening is done. */
export interface SerialEvents {
  onBytes(bytes: Uint8Array): void;
  /** The line is gone; says why. */
  onLost(reason: string): void;
}

export interface SerialConnection {
  close(): Promise<void>;
}

/** The way to one serial line. */
export interface SerialTransport {
  /** Rejects when the line cannot be opened. */
  open(events: SerialEvents): Promise<SerialConnection>;
}

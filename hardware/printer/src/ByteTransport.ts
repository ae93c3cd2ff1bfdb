/** Moves bytes to a printer and back; knows nothing of what they mean. */
export interface ByteTransport {
  /** Nothing ever comes back, and each write is a job of its own: no question may be asked. */
  readonly isOneWay: boolean;
  /**
   * Hands bytes over, opening the link first when there is none.
   *
   * Settles when the system took them all. The caller never writes twice at a time.
   *
   * @throws {TransportError} when the link could not be opened, broke, or `signal` aborted
   */
  write(bytes: Uint8Array, signal: AbortSignal): Promise<void>;
  /** Calls back for bytes from the printer, in pieces of any size. @returns the stop function */
  onData(listener: (bytes: Uint8Array) => void): () => void;
  /**
   * Keeps the link though nothing moves on it, for a word that is still to come: a slow printer is
   * silent for as long as it prints. @returns the function that ends it
   */
  hold(): () => void;
  /** Drops the link and what was still on its way back. A later write opens a new one. */
  close(): Promise<void>;
}

/** Why a write did not come through, and whether the printer may have got part of it. */
export class TransportError extends Error {
  /** `false` only when it is certain that no byte of this write left. */
  readonly hasWritten: boolean;

  constructor(message: string, hasWritten: boolean, options?: ErrorOptions) {
    super(message, options);
    this.name = "TransportError";
    this.hasWritten = hasWritten;
  }
}

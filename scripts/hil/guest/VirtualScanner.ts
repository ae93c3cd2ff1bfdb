/** A scanner of the guest, whatever it is made of. Plugged in when made. */
export interface VirtualScanner {
  /** Sends reports one behind the other; settles when the kernel took them all. */
  send(reports: readonly Uint8Array[]): Promise<void>;
  /** Pulls the plug. Once. */
  unplug(): Promise<void>;
}

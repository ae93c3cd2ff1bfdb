/** A running process of devices, whichever way it was started. */
export interface DeviceChild {
  /** Hands a message over; what can't be handed over is lost, and the end of the process is told. */
  readonly post: (message: unknown) => void;
  /** Ends it at once, also when it hangs. Its end is told like any other. */
  readonly kill: () => void;
}

/** What is told of it. */
export interface DeviceChildEvents {
  readonly onMessage: (message: unknown) => void;
  /** Once, and nothing after it. `why` is for logs. */
  readonly onEnd: (why: string) => void;
  /** A line of its error output. */
  readonly onLine: (line: string) => void;
}

/** Starts one. Never throws: one that can't be started has ended. */
export type StartDevices = (events: DeviceChildEvents) => DeviceChild;

import { type DeviceStart, ProcessMessageSchema, type ScreenMessage } from "@luot/contract";
import type { Logger } from "@luot/kit";
import { Heartbeat, type Timers } from "../watch/Heartbeat.ts";
import type { DeviceChild, StartDevices } from "./DeviceChild.ts";
import { relayLogLine } from "./relayLogLine.ts";
import { restartDeviceDelayMs } from "./restartDeviceDelayMs.ts";

/** What the host of the devices needs. */
export interface DeviceHostOptions {
  readonly startDevices: StartDevices;
  /** Told to each new process first. */
  readonly start: DeviceStart;
  /** Brings a message to the screen that is there at the moment, if one is. */
  readonly toScreen: (message: unknown) => void;
  readonly timers: Timers;
  readonly log: Logger;
}

/** A process that has not begun by then hangs. Long, for a busy machine that starts. */
const BEGINS_WITHIN_MS = 20_000;
const BEAT_EVERY_MS = 1_000;
const SILENT_AFTER_MS = 5_000;
/** So long without a fall, and the falls before are forgotten. */
const WELL_AFTER_MS = 60_000;

/**
 * Keeps the process of the devices running, and hands messages between it and the screen. Whatever
 * happens to that process, it is only started again: the screen is never taken down with it, and is
 * told when it is gone and when it is back.
 */
export class DeviceHost {
  readonly #options: DeviceHostOptions;
  readonly #heartbeat: Heartbeat;
  #child: DeviceChild | null = null;
  #isUp = false;
  #isClosed = false;
  #falls = 0;
  #onPong: () => void = () => {};
  #cancelTimer: () => void = () => {};

  constructor(options: DeviceHostOptions) {
    this.#options = options;
    this.#heartbeat = new Heartbeat({
      probe: () => this.#ping(),
      onHung: () => this.#end("does not answer"),
      everyMs: BEAT_EVERY_MS,
      timeoutMs: SILENT_AFTER_MS,
      timers: options.timers,
    });
    this.#launch();
  }

  /** Hands on what the screen says; lost while the process is gone, and the screen is told so. */
  fromScreen(message: ScreenMessage): void {
    if (this.#isUp) this.#child?.post(message);
    // Only a screen that has just begun does not know.
    else if (message.kind === "watch") this.#tell("down");
  }

  /** Ends the process for good. */
  close(): void {
    this.#isClosed = true;
    this.#isUp = false;
    this.#heartbeat.pause();
    this.#cancelTimer();
    this.#child?.kill();
  }

  #launch(): void {
    const { startDevices, start, timers } = this.#options;
    this.#cancelTimer = timers.after(BEGINS_WITHIN_MS, () => this.#end("does not begin"));
    this.#child = startDevices({
      onMessage: (message) => this.#onMessage(message),
      onEnd: (why) => this.#onEnd(why),
      onLine: (line) => relayLogLine(line, this.#options.log),
    });
    this.#child.post(start);
  }

  #onMessage(message: unknown): void {
    if (this.#isClosed) return;
    const own = ProcessMessageSchema.safeParse(message);
    if (!own.success) return this.#isUp ? this.#options.toScreen(message) : undefined;
    if (own.data.kind === "pong") return this.#onPong();
    if (this.#isUp) return;
    this.#isUp = true;
    this.#cancelTimer();
    this.#cancelTimer = this.#options.timers.after(WELL_AFTER_MS, () => {
      this.#falls = 0;
    });
    this.#heartbeat.resume();
    this.#options.log.info("the process of the devices has begun");
    this.#tell("up");
  }

  #onEnd(why: string): void {
    this.#child = null;
    if (this.#isClosed) return;
    this.#heartbeat.pause();
    this.#cancelTimer();
    if (this.#isUp) this.#tell("down");
    this.#isUp = false;
    this.#falls += 1;
    const delayMs = restartDeviceDelayMs(this.#falls);
    const { log, timers } = this.#options;
    log.error("the process of the devices fell and is started again", { why, delayMs });
    this.#cancelTimer = timers.after(delayMs, () => this.#launch());
  }

  /** Ends a process that hangs; that it is gone is told as any other fall. */
  #end(why: string): void {
    const { log, timers } = this.#options;
    log.error("the process of the devices hangs and is ended", { why });
    this.#cancelTimer();
    this.#cancelTimer = timers.after(BEGINS_WITHIN_MS, () => this.#end("does not end"));
    this.#child?.kill();
  }

  #ping(): Promise<void> {
    return new Promise((resolve) => {
      this.#onPong = resolve;
      this.#child?.post({ kind: "ping" });
    });
  }

  #tell(standing: "up" | "down"): void {
    this.#options.toScreen({ kind: "devices", standing });
  }
}

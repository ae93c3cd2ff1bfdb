import {
  type Ack,
  type DeviceRole,
  MAX_MESSAGE_BYTES,
  type PaperNews,
  PairRequestSchema,
  type PrinterState,
  SeenSchema,
  type WireCommandType,
} from "@luot/contract";
import { type Event, phoneView } from "@luot/domain";
import type { Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { refusal } from "../engine/CentreEngine.ts";
import { Broadcaster } from "./Broadcaster.ts";
import { Connection } from "./Connection.ts";
import type { SocketDeps } from "./deps.ts";
import { dispatchCommand } from "./dispatchCommand.ts";
import { identify, isAllowedOrigin, isLocalSocket } from "./handshake.ts";
import { welcome } from "./hello.ts";
import { KioskPresence } from "./KioskPresence.ts";
import { TokenBucket } from "./TokenBucket.ts";

const HELLO_WITHIN_MS = 3_000;
const SWEEP_EVERY_MS = 2_000;
const PHONES_EVERY_MS = 1_000;
const UNSEEN_FOR_MS = 10_000;
const MAX_WAITING_FRAMES = 256;
const KNOWN_MESSAGES = new Set(["hello", "command", "pair", "seen"]);

/** The hub's sockets: who is connected, what they are sent, and who is cut off. */
export class SocketHub {
  readonly #deps: SocketDeps;
  readonly #io: Server;
  readonly #broadcaster: Broadcaster;
  readonly #presence: KioskPresence;
  readonly #connections = new Set<Connection>();
  readonly #commandBuckets = new Map<string, TokenBucket>();
  readonly #timers: NodeJS.Timeout[];
  #arePhonesDue = false;

  constructor(http: HttpServer, deps: SocketDeps) {
    this.#deps = deps;
    this.#io = new Server(http, {
      transports: ["websocket"],
      maxHttpBufferSize: MAX_MESSAGE_BYTES,
      connectTimeout: 5_000,
      pingInterval: 2_000,
      pingTimeout: 2_000,
      perMessageDeflate: false,
      httpCompression: false,
      serveClient: false,
      allowRequest: (request, allow) =>
        allow(null, isAllowedOrigin(request, deps.allowedOrigins) && !this.#isFull()),
    });
    this.#broadcaster = new Broadcaster(
      {
        isEmpty: (kind) => (this.#io.of("/").adapter.rooms.get(kind)?.size ?? 0) === 0,
        emit: (kind, frame) => this.#io.to(kind).emit("events", frame),
      },
      () => deps.engine.state,
      () => deps.clock.monotonic(),
    );
    this.#presence = new KioskPresence({
      state: () => deps.engine.state,
      part: (deviceId, since) => deps.asHub("kiosk:part", { deviceId, since }),
      rejoin: (deviceId) => deps.asHub("kiosk:rejoin", { deviceId }),
      isConnected: (deviceId) => this.#isThere(deviceId),
      hasSeries: (deviceId) => deps.series.has(deviceId),
      lastEventAt: deps.lastEventAt,
      clock: deps.clock,
      log: deps.log,
    });
    this.#presence.afterStart();
    this.#io.use((socket, next) => this.#identify(socket, next));
    this.#io.on("connection", (socket) => this.#accept(socket));
    this.#timers = [
      setInterval(() => this.#sweep(), SWEEP_EVERY_MS),
      setInterval(() => this.#sendPhones(), PHONES_EVERY_MS),
    ];
  }

  /** Takes committed facts, in order, and sends them to all screens. */
  publish(events: readonly Event[]): void {
    this.#broadcaster.publish(events);
    this.#arePhonesDue = true;
    this.#presence.committed(events);
  }

  /** Tells all kiosks how the hub's printer is. */
  tellPrinter(state: PrinterState): void {
    this.#io.to("kiosk").emit("printer", { state });
  }

  /** Tells a device what became of a paper it asked for. */
  tellPaper(deviceId: string, news: PaperNews): void {
    for (const { device, socket } of this.#connections)
      if (device?.id === deviceId) socket.emit("paper", news);
  }

  /** How many clients show each kind of view. */
  countByView(): Readonly<Record<DeviceRole, number>> {
    const counts = { kiosk: 0, counter: 0, display: 0, console: 0, phone: 0 };
    for (const { view } of this.#connections) if (view !== null) counts[view] += 1;
    return counts;
  }

  /** Ids of the devices that are connected and welcomed. */
  connectedDevices(): ReadonlySet<string> {
    const ids = new Set<string>();
    for (const { view, device } of this.#connections)
      if (view !== null && device !== null) ids.add(device.id);
    return ids;
  }

  /** Ends all connections of a device whose token was taken away. */
  dropDevice(deviceId: string): void {
    for (const connection of this.#connections)
      if (connection.device?.id === deviceId) connection.cut("revoked");
  }

  /** Stops taking new clients and ends the connections; what is committed was answered before. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#broadcaster.close();
    await this.#io.close();
  }

  #isFull(): boolean {
    return this.#connections.size >= this.#deps.limits.maxConnections;
  }

  #identify(socket: Socket, next: (error?: Error) => void): void {
    const who = identify(socket.handshake.auth, this.#deps);
    if (typeof who !== "string") {
      Object.assign(socket.data as object, { who });
      return next();
    }
    next(Object.assign(new Error(who), { data: { code: who } }));
  }

  #accept(socket: Socket): void {
    const { who } = socket.data as { who: Exclude<ReturnType<typeof identify>, string> };
    const connection = new Connection(
      socket,
      { ...who, isLocal: isLocalSocket(socket) },
      this.#deps,
    );
    this.#connections.add(connection);
    this.#limitPerDevice(connection);
    const deadline = setTimeout(() => {
      if (connection.view === null && connection.pairingCode === null) connection.cut("no hello");
    }, HELLO_WITHIN_MS);
    connection.on("hello", async (message, answer) =>
      answer(await this.#welcome(message, connection)),
    );
    connection.on("pair", (message, answer) => answer(this.#pair(message, connection)));
    connection.on("command", (message, answer) =>
      dispatchCommand(
        message,
        connection,
        { ...this.#deps, onKioskTold: (deviceId) => this.#presence.told(deviceId) },
        (type) => this.#takeCommand(connection, type),
        answer,
      ),
    );
    connection.onNotice("seen", (message) => {
      const seen = SeenSchema.safeParse(message);
      if (seen.success) connection.seenSeq = Math.max(connection.seenSeq, seen.data.seq);
    });
    socket.onAny((event: string) => {
      if (!KNOWN_MESSAGES.has(event)) connection.refuseUnanswerable("no such message");
    });
    socket.on("disconnect", () => {
      clearTimeout(deadline);
      this.#connections.delete(connection);
      this.#noteParted(connection);
      if (connection.pairingCode !== null) this.#deps.pairing.withdraw(connection.pairingCode);
    });
  }

  async #welcome(message: unknown, connection: Connection): Promise<Ack> {
    const ack = await welcome(message, connection, this.#deps, this.#broadcaster);
    if (ack.ok && connection.device !== null) this.#presence.joined(connection.device.id);
    return ack;
  }

  #noteParted({ view, device }: Connection): void {
    if (view !== null && device !== null && !this.#isThere(device.id))
      this.#presence.parted(device.id);
  }

  /**
   * Of a kiosk with a series, only the connection counts that gives its numbers, and only once it has
   * told everything: a wish of a process that has died may still be on its way on an old one.
   */
  #isThere(deviceId: string): boolean {
    const own = [...this.#connections].filter(
      ({ view, device }) => view !== null && device?.id === deviceId,
    );
    return this.#deps.series.has(deviceId)
      ? own.some(({ hasSeries, hasTold }) => hasSeries && hasTold)
      : own.length > 0;
  }

  /** The oldest tab of a device gives way, so that a token can't be used to fill the hub. */
  #limitPerDevice({ device }: Connection): void {
    const limit = this.#deps.limits.maxConnectionsPerDevice;
    if (device === null || this.#connections.size <= limit) return;
    const own = [...this.#connections].filter((other) => other.device?.id === device.id);
    if (own.length > limit) own[0]?.cut("too many tabs");
  }

  #pair(message: unknown, connection: Connection): Ack {
    const { pairing, engine, isAutoPaired } = this.#deps;
    const request = PairRequestSchema.safeParse(message);
    if (!request.success) return refusal("bad_request", "not a pairing request");
    if (connection.pairingCode !== null) pairing.withdraw(connection.pairingCode);
    const { role, counterId = null } = request.data;
    if (counterId !== null && !engine.state.index.counters.has(counterId))
      return refusal("unknown_counter", "no such counter");
    const give = (token: string): void => {
      connection.pairingCode = null;
      connection.socket.emit("paired", { token });
    };
    const pending = pairing.ask({ role, counterId }, give);
    if (pending === null) return refusal("unavailable", "too many devices wait to be paired");
    connection.pairingCode = pending.code;
    const { code, expiresAt } = pending;
    if (isAutoPaired && connection.isLocal)
      setImmediate(() => {
        const name = counterId === null ? role : `${role} ${counterId}`;
        pairing.confirm(code, { role, name, counterId, zone: null });
      });
    return { ok: true, data: { code, expiresAt }, seq: engine.state.seq };
  }

  #takeCommand({ view, device, ticketId }: Connection, type: WireCommandType): boolean {
    if (view === null) return false;
    // What is only told afterwards takes nothing from what the next citizen asks.
    const isSync = type === "kiosk:sync-offline" || type === "ticket:confirm-print";
    const key = `${device?.id ?? ticketId ?? ""}${isSync ? "/sync" : ""}`;
    const now = this.#deps.clock.monotonic();
    let bucket = this.#commandBuckets.get(key);
    if (bucket === undefined) {
      const { limits } = this.#deps;
      const { burst, perSecond } = isSync ? limits.synchronisations : limits.commands[view];
      bucket = new TokenBucket(burst, perSecond, now);
      this.#commandBuckets.set(key, bucket);
    }
    return bucket.take(now);
  }

  /** Cuts off who has stopped listening, and forgets buckets that are full again. */
  #sweep(): void {
    const now = this.#deps.clock.monotonic();
    for (const connection of this.#connections) {
      const { view, pairingCode, socket, seenSeq } = connection;
      const { writeBuffer } = socket.conn as unknown as { writeBuffer: readonly unknown[] };
      if (writeBuffer.length > MAX_WAITING_FRAMES) connection.cut("does not read");
      else if (view !== null && view !== "phone") {
        const since = this.#broadcaster.unseenSince(view, seenSeq);
        if (since !== null && now - since > UNSEEN_FOR_MS) connection.cut("does not acknowledge");
      } else if (pairingCode !== null && !this.#deps.pairing.isPending(pairingCode))
        // It shows a code that no longer counts; it comes back and gets another.
        connection.cut("pairing code expired");
    }
    // A bucket outlives its connections, else coming back would fill it.
    for (const [key, bucket] of this.#commandBuckets)
      if (bucket.isFull(now)) this.#commandBuckets.delete(key);
  }

  /** Phones get their place in line once a second at most, and only when it changed. */
  #sendPhones(): void {
    if (!this.#arePhonesDue) return;
    this.#arePhonesDue = false;
    const texts = new Map<string, string>();
    for (const connection of this.#connections) {
      const { ticketId, socket } = connection;
      if (ticketId === null) continue;
      const view = phoneView(this.#deps.engine.state, ticketId);
      if (view === null) {
        connection.cut("the day is over");
        continue;
      }
      const text = texts.get(ticketId) ?? JSON.stringify(view);
      texts.set(ticketId, text);
      if (text === connection.sentPhone) continue;
      connection.sentPhone = text;
      socket.emit("phone", view);
    }
  }
}

import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A line to a port of this machine that can be cut and healed. */
export class TcpLine {
  readonly #to: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isUp = true;

  constructor(to: number) {
    this.#to = to;
    this.#server = createServer((socket) => this.#pipe(socket));
  }

  /** Its own address, an origin. */
  async open(): Promise<string> {
    await new Promise<void>((open) => this.#server.listen(0, "127.0.0.1", open));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.#isUp = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  heal(): void {
    this.#isUp = true;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #pipe(near: Socket): void {
    if (!this.#isUp) return void near.destroy();
    const far = connect(this.#to, "127.0.0.1");
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket);
      // A cut is what this is for: both ends hear of it by the close.
      socket.on("error", () => undefined);
      socket.once("close", () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }
}

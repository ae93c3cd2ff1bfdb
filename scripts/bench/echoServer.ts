import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";

// The yardstick: Socket.IO as the hub runs it, answering and doing nothing else.
const http = createServer();
const io = new Server(http, {
  transports: ["websocket"],
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false,
});
io.on("connection", (socket) => {
  socket.on("command", (_message: unknown, answer: (ack: unknown) => void) =>
    answer({ ok: true, seq: 0, data: {} }),
  );
});
http.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${(http.address() as AddressInfo).port}\n`);
});

import net from "node:net";

/**
 * Tries to listen on a port and lets go of it at once.
 *
 * @param {number} port 0 for any free one
 * @param {string} host
 * @returns {Promise<{ ok: true, port: number } | { ok: false, code: string }>} the port it was, or
 *   the system's error code, like `EADDRINUSE`
 */
export function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error) => resolve({ ok: false, code: error.code ?? error.message }));
    server.listen({ port, host, exclusive: true }, () => {
      const taken = server.address().port;
      server.close(() => resolve({ ok: true, port: taken }));
    });
  });
}

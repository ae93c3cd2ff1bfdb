import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sealManifest } from "../sealManifest.ts";
import type { UpdateManifest } from "../UpdateManifest.ts";

/** What a server of updates gives; a test changes what it is about. */
export class UpdateServer {
  /** Answers by path; a path without one is not found. */
  readonly answers = new Map<string, RequestListener>();
  readonly asked: string[] = [];
  readonly keys = generateKeyPairSync("ed25519");
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on("request", (request, reply) => {
      const path = request.url ?? "";
      this.asked.push(path);
      const answer = this.answers.get(path);
      if (answer === undefined) reply.writeHead(404).end();
      else answer(request, reply);
    });
  }

  static async start(): Promise<UpdateServer> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    return new UpdateServer(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Offers a package with its manifest, the latter changed and signed as said. */
  offer(
    body: Buffer,
    change: Partial<UpdateManifest> = {},
    key: KeyObject = this.keys.privateKey,
  ): UpdateManifest {
    const manifest = aManifest(body, change);
    this.give("/updates/kiosk/deb-x64.json", sealManifest(manifest, key));
    this.give(`/updates/kiosk/${manifest.file}`, body);
    return manifest;
  }

  give(path: string, body: string | Buffer): void {
    this.answers.set(path, (_request, reply) => reply.end(body));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

/** A manifest of version 0.2.0 of the kiosk's Debian package. */
export function aManifest(body: Buffer, change: Partial<UpdateManifest>): UpdateManifest {
  return {
    app: "kiosk",
    target: "deb",
    arch: "x64",
    version: "0.2.0",
    file: "luot-kiosk_0.2.0_amd64.deb",
    size: body.length,
    sha512: createHash("sha512").update(body).digest("hex"),
    ...change,
  };
}

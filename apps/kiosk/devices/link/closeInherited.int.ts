import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";

const MODULE = pathToFileURL(join(import.meta.dirname, "closeInherited.ts")).href;
const isLinux = process.platform === "linux";
if (!isLinux) process.stdout.write("NOT RUN: closeInherited is for Linux alone.\n");

let folder: string;
let server: Server;
let child: ChildProcess;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "luot-inherited-"));
  server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});

afterEach(async () => {
  child.kill("SIGKILL");
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true, force: true });
});

/** Two ends of one connection, the second of which a child is given. */
async function aConnection(): Promise<readonly [Socket, Socket]> {
  const accepted = new Promise<Socket>((resolve) => server.once("connection", resolve));
  const own = connect((server.address() as AddressInfo).port, "127.0.0.1");
  await new Promise((done) => own.once("connect", done));
  return [await accepted, own];
}

it.skipIf(!isLinux)("lets go of a socket of the app, and not of what it needs", async () => {
  const [far, near] = await aConnection();
  const file = join(folder, "child.mjs");
  writeFileSync(
    file,
    `import { closeInherited } from "${MODULE}";
     closeInherited();
     process.on("message", (message) => process.send(message));`,
  );
  const closed = new Promise((done) => far.resume().once("close", done));
  child = spawn(process.execPath, [file], { stdio: ["ignore", "ignore", "ignore", "ipc", near] });
  near.destroy();
  await closed;
  child.send("still there");
  const heard = await new Promise((done) => child.once("message", done));
  expect(heard).toBe("still there");
});

import { Buffer } from "node:buffer";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";

const CLI = fileURLToPath(new URL("printer.ts", import.meta.url));
const TICKET = "1b401d76300001000200ff811b4a021d5642031d7201";
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

function start(...args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  return child;
}

async function startPrinter(
  ...args: readonly string[]
): Promise<{ child: ChildProcess; port: number; web: string }> {
  const child = start("--port", "0", "--web-port", "0", ...args);
  if (child.stdout === null) throw new Error("stdout is piped");
  const [line]: string[] = await once(createInterface(child.stdout), "line");
  const ready: { ready: boolean; port: number; webPort: number } = JSON.parse(line ?? "");
  expect(ready.ready).toBe(true);
  return { child, port: ready.port, web: `http://127.0.0.1:${ready.webPort}` };
}

/** Sends bytes and waits for the first answer. */
async function say(port: number, hex: string): Promise<string> {
  const socket = connect({ port, host: "127.0.0.1" });
  socket.write(Buffer.from(hex, "hex"));
  const [answer]: Buffer[] = await once(socket, "data");
  socket.destroy();
  return answer?.toString("hex") ?? "";
}

const post = (url: string, body: object): Promise<Response> =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

describe("the virtual printer as a process", () => {
  it("shows its paper over HTTP, newest last, and no more than it keeps", async () => {
    const { port, web } = await startPrinter("--keep", "2");
    for (let i = 0; i < 3; i++) expect(await say(port, TICKET)).toBe("00");
    const answer = await fetch(`${web}/roll.json`);
    const roll: { papers: { url: string }[] } = await answer.json();
    expect(roll.papers).toMatchObject([
      { id: 2, width: 576, height: 4, url: "/paper/2.png" },
      { id: 3, width: 576, height: 4, url: "/paper/3.png" },
    ]);
    const picture = await fetch(`${web}${roll.papers[1]?.url}`);
    expect(picture.headers.get("content-type")).toBe("image/png");
    const png = Buffer.from(await picture.arrayBuffer());
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(["PNG", 576]);
    expect((await fetch(`${web}/paper/1.png`)).status).toBe(404);
    expect((await fetch(`${web}/paper/x.png`)).status).toBe(404);
  });

  it("takes its condition over HTTP and refuses one it does not know", async () => {
    const { port, web } = await startPrinter();
    const changed = await post(`${web}/condition`, { paper: "out" });
    expect(await changed.json()).toMatchObject({ paper: "out", cover: "closed" });
    expect(await say(port, "100404")).toBe("7e");
    const strange = [{ paper: "gone" }, { papers: "out" }, {}, { isSilent: "true" }];
    for (const wrong of [...strange, { loss: { afterBytes: 1 } }, { msPerByte: -1 }])
      expect((await post(`${web}/condition`, wrong)).status).toBe(400);
    expect(await say(port, "100404")).toBe("7e");
  });

  it.each(["SIGTERM", "SIGINT"] as const)("ends cleanly on %s, with a cable in", async (signal) => {
    const { child, port } = await startPrinter();
    const socket = connect({ port, host: "127.0.0.1" });
    socket.on("error", () => undefined);
    await once(socket, "connect");
    expect(await say(port, `48${TICKET}`)).toBe("00"); // a fault, and nobody asked for a judge
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("is in trouble from the start, and judges what it was sent", async () => {
    const { child, port } = await startPrinter("--strict", "--paper", "near", "--replies", "twice");
    expect(await say(port, "100404")).toBe("1e1e");
    expect(await say(port, `48${TICKET}`)).toBe("0303");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([1, null]);
  });

  it("says how it is used, and refuses what it cannot use", async () => {
    const help = start("--help");
    expect(await once(help, "exit")).toEqual([0, null]);
    for (const args of [["--port", "x"], ["--keep", "0"], ["--width", "577"], ["--colour"]])
      expect(await once(start(...args), "exit")).toEqual([2, null]);
  });

  it.each(["--port", "--web-port"])(
    "says whose fault it is when its %s is taken",
    async (option) => {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", () => resolve()));
      const { port } = other.address() as AddressInfo;
      const free = option === "--port" ? "--web-port" : "--port";
      const late = start(option, String(port), free, "0");
      let said = "";
      late.stderr?.on("data", (text: Buffer) => void (said += text.toString()));
      expect(await once(late, "exit")).toEqual([1, null]);
      expect(said).toBe("A port is in use by another program: choose --port and --web-port.\n");
      other.close();
    },
  );
});

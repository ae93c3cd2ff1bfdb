import { connect } from "node:net";
import { silentLogger } from "@luot/kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Hub } from "../Hub.ts";
import { startTestHub } from "../testing/startTestHub.ts";

/** All that takes a body, and is for the hub's own machine. */
const LOCAL = [
  "POST /api/launcher/import-catalogue",
  "POST /api/launcher/import-settings",
  "POST /api/launcher/export-settings",
  "POST /api/launcher/pair",
  "POST /api/launcher/revoke",
  "POST /api/launcher/clear-alarm",
  "POST /api/launcher/confirm-clock",
  "POST /api/launcher/paper-changed",
  "PUT /api/launcher/dossiers/out",
  "PUT /api/launcher/dossiers/sources/mot-cua",
  "POST /api/launcher/dossiers/import?name=a",
  "POST /api/launcher/dossiers/mapping/test",
];

let hub: Hub;
beforeEach(async () => {
  hub = await startTestHub({ log: silentLogger });
});
afterEach(() => hub.close());

/** What the hub answers to whoever has sent half of a body. */
function answerToHalf(route: string, headers: readonly string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(hub.port, "127.0.0.1");
  const head = [`${route} HTTP/1.1`, ...headers, "content-type: application/json"];
  socket.write(`${head.join("\r\n")}\r\ncontent-length: 8000\r\n\r\n[{`);
  socket.once("data", (bytes) => {
    resolve(bytes.toString("utf8"));
    socket.destroy();
  });
  socket.once("error", reject);
  return promise;
}

describe("who is not of the hub's own machine", () => {
  it.each(LOCAL)("is turned off at %s before a body is read", async (route) => {
    const answer = await answerToHalf(route, ["host: evil.example"]);
    expect(answer).toMatch(/^HTTP\/1\.1 403 [\s\S]*\{"error":"local_only"\}$/);
  });

  it("is so, too, as a page of another site in the browser of that machine", async () => {
    const headers = ["host: localhost", "origin: http://evil.example"];
    expect(await answerToHalf("POST /api/launcher/pair", headers)).toContain("403");
  });
});

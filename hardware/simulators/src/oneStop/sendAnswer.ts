import type { ServerResponse } from "node:http";
import type { OneStopFault, OneStopTrouble } from "./faults.ts";
import { encodeWindows1258 } from "./windows1258.ts";

const JSON_TYPE = "application/json; charset=utf-8";
/** What an endless answer goes on with, and how often. */
const ENDLESS_CHUNK = " ".repeat(256 * 1024);
const ENDLESS_EVERY_MS = 2;

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": JSON_TYPE }).end(JSON.stringify(body));
}

/** Sends a good answer, or what a fault makes of it. */
export function sendFaulty(
  response: ServerResponse,
  body: string,
  fault: OneStopFault | null,
  trouble: OneStopTrouble,
): void {
  switch (fault) {
    case "error":
      return sendJson(response, 500, { error_code: "500", message: "Lỗi hệ thống" });
    case "tooMany":
      response.setHeader("retry-after", String(trouble.retryAfterSeconds));
      return sendJson(response, 429, { error_code: "429", message: "Quá nhiều yêu cầu" });
    case "half":
      return sendText(response, body.slice(0, Math.floor(body.length / 2)));
    case "encoding":
      response.writeHead(200, { "content-type": JSON_TYPE }).end(encodeWindows1258(body));
      return;
    case "contentType":
      response
        .writeHead(200, { "content-type": "text/html" })
        .end("<!doctype html><title>Bảo trì</title><p>Hệ thống đang bảo trì.</p>");
      return;
    case "slow":
      afterwards(response, trouble.slowMs, () => sendText(response, body));
      return;
    case "cut":
      response.writeHead(200, { "content-type": JSON_TYPE, "content-length": body.length });
      response.write(body.slice(0, Math.floor(body.length / 3)), () => response.destroy());
      return;
    case "endless":
      return sendEndlessly(response);
    case "silent":
      return;
    default:
      return sendText(response, body);
  }
}

function sendText(response: ServerResponse, body: string): void {
  response.writeHead(200, { "content-type": JSON_TYPE }).end(body);
}

function sendEndlessly(response: ServerResponse): void {
  response.writeHead(200, { "content-type": JSON_TYPE });
  response.write("[");
  const timer = setInterval(() => {
    // Its reader may be slow; nothing is piled up for one that does not read.
    if (!response.writableNeedDrain) response.write(ENDLESS_CHUNK);
  }, ENDLESS_EVERY_MS);
  response.once("close", () => clearInterval(timer));
}

function afterwards(response: ServerResponse, ms: number, act: () => void): void {
  const timer = setTimeout(act, ms);
  response.once("close", () => clearTimeout(timer));
}

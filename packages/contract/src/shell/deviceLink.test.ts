import { describe, expect, it } from "vitest";
import { HostMessageSchema, ScreenMessageSchema } from "./deviceLink.ts";

const ID = "01890000-0000-7000-8000-000000000001";
const PAYLOAD = {
  serviceId: "land",
  class: "normal",
  reason: null,
  language: "vi",
  print: true,
};
const SEND = {
  kind: "send",
  call: ID,
  id: ID,
  giveUpMs: 15_000,
  type: "ticket:issue",
  payload: PAYLOAD,
};

describe("what a screen may say to the devices", () => {
  it.each([
    ["that it watches", { kind: "watch" }],
    ["a wish", SEND],
    ["a copy", { ...SEND, type: "ticket:reprint", payload: { ticketId: ID } }],
    ["a call for help", { ...SEND, type: "kiosk:call-help", payload: {} }],
    ["a wish for settings", { kind: "settings", call: ID, version: 3 }],
  ])("is %s", (_name, message) => {
    expect(ScreenMessageSchema.parse(message)).toEqual(message);
  });

  it.each<[string, unknown]>([
    ["nothing", null],
    ["a text", "watch"],
    ["another kind", { kind: "start" }],
    ["what only the app says", { kind: "ping" }],
    ["a word more", { kind: "watch", more: 1 }],
    ["a command of others", { ...SEND, type: "ticket:call-next", payload: { counterId: "q01" } }],
    ["a command of the device itself", { ...SEND, type: "kiosk:sync-offline", payload: {} }],
    ["the payload of another command", { ...SEND, type: "ticket:reprint" }],
    ["a payload with a word more", { ...SEND, payload: { ...PAYLOAD, number: 1 } }],
    ["a long text", { ...SEND, payload: { ...PAYLOAD, serviceId: "x".repeat(10_000_000) } }],
    ["no id", { ...SEND, id: "1" }],
    ["an id in another writing", { ...SEND, id: ID.replace("7", "4") }],
    ["waiting without an end", { ...SEND, giveUpMs: Number.POSITIVE_INFINITY }],
    ["settings before the first", { kind: "settings", call: ID, version: 0 }],
  ])("is not %s", (_name, message) => {
    expect(ScreenMessageSchema.safeParse(message).success).toBe(false);
  });
});

it("lets the app say all of that to its devices, and what only it may", () => {
  const start = {
    kind: "start",
    hubUrl: "http://hub",
    folder: "/f",
    printer: null,
    scanner: "hid",
  };
  for (const message of [{ kind: "watch" }, SEND, { kind: "ping" }, start])
    expect(HostMessageSchema.parse(message)).toEqual(message);
});

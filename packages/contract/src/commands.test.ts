import { describe, expect, it } from "vitest";
import { COMMANDS, isWireCommandType, type WireCommandType } from "./commands.ts";
import { ERROR_CODES } from "./errorCodes.ts";
import { GOOD_PAYLOADS } from "./testing/goodPayloads.ts";
import { EnvelopeSchema } from "./wire.ts";

const TYPES = Object.keys(COMMANDS).filter(isWireCommandType);
const MAY_BE_NULL = ["ticket:issue.reason", "ticket:set-priority.reason"];
const TOO_LONG = "x".repeat(10_000);
const DEEP: unknown = JSON.parse(`${"[".repeat(10_000)}${"]".repeat(10_000)}`);

const accepts = (type: WireCommandType, payload: unknown): boolean =>
  COMMANDS[type].payload.safeParse(payload).success;

describe.each(TYPES)("%s", (type) => {
  const good = GOOD_PAYLOADS[type];
  const keys = Object.keys(good);

  it("takes a good payload, as it is", () => {
    expect(COMMANDS[type].payload.parse(good)).toEqual(good);
  });

  it("refuses what is no object", () => {
    const odd = [null, undefined, [], [good], "", "{}", 0, true, DEEP];
    expect(odd.filter((payload) => accepts(type, payload))).toEqual([]);
  });

  it.each(["extra", "__proto__", "constructor", "toString"])(
    "refuses the unknown key %s",
    (key) => {
      const raw = JSON.stringify(good).replace(/\}$/, `${keys.length > 0 ? "," : ""}"${key}":{}}`);
      expect(accepts(type, JSON.parse(raw))).toBe(false);
    },
  );

  it("refuses a missing value, and null unless it may be none", () => {
    expect(keys.filter((key) => accepts(type, without(good, key)))).toEqual([]);
    const nullable = keys.filter((key) => accepts(type, { ...good, [key]: null }));
    expect(
      nullable.map((key) => `${type}.${key}`).filter((key) => !MAY_BE_NULL.includes(key)),
    ).toEqual([]);
  });

  it("refuses values of another type, too long or nested without end", () => {
    const odd: readonly unknown[] = [7, -1, Number.NaN, {}, [[]], [7], "", TOO_LONG, DEEP];
    const accepted = keys.flatMap((key) =>
      odd.filter((value) => accepts(type, { ...good, [key]: value })).map((value) => [key, value]),
    );
    // A time is any number of milliseconds, 7 as well.
    expect(accepted).toEqual(type === "kiosk:sync-offline" ? [["since", 7]] : []);
  });

  it("names only codes that the contract knows, each once", () => {
    const { refusals } = COMMANDS[type];
    expect(refusals.filter((code) => !ERROR_CODES.includes(code))).toEqual([]);
    expect(new Set(refusals).size).toBe(refusals.length);
  });
});

describe("nested parts", () => {
  const transfer = GOOD_PAYLOADS["ticket:transfer"];
  const finish = GOOD_PAYLOADS["ticket:finish"];
  const health = GOOD_PAYLOADS["device:health"];
  const part = health.parts[0];

  it.each<[string, WireCommandType, unknown]>([
    ["an unknown key", "ticket:transfer", { ...transfer, to: { ...transfer.to, extra: 1 } }],
    ["an unknown target", "ticket:transfer", { ...transfer, to: { kind: "hall", id: "a" } }],
    ["a long id", "ticket:transfer", { ...transfer, to: { kind: "service", id: TOO_LONG } }],
    ["an unknown key in a list", "device:health", { ...health, parts: [{ ...part, extra: 1 }] }],
    ["nine parts", "device:health", { ...health, parts: Array.from({ length: 9 }, () => part) }],
    [
      "21 references",
      "ticket:finish",
      { ...finish, dossierRefs: Array.from({ length: 21 }, () => "ref_0001") },
    ],
    ["a dossier code", "ticket:finish", { ...finish, dossierRefs: ["000.00.01.H01-260302-0001"] }],
    ["the hub's own outcome", "ticket:finish", { ...finish, outcome: "day_closed" }],
    [
      "a ticket id in capitals",
      "ticket:cancel",
      { ticketId: "0195A1B2-0000-7000-8000-000000000001" },
    ],
    ["a random UUID", "ticket:cancel", { ticketId: "0195a1b2-0000-4000-8000-000000000001" }],
    ["a PIN with letters", "officer:unlock", { pin: "12a4" }],
    ["a PIN in other digits", "officer:unlock", { pin: "١٢٣٤" }],
    ["a line break at the end", "counter:open", { counterId: "c1\n" }],
  ])("are checked as well: %s is refused", (_name, type, payload) => {
    expect(accepts(type, payload)).toBe(false);
  });
});

describe("isWireCommandType", () => {
  it.each([
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "",
    "day:open",
    "ticket:Issue",
  ])("knows no command %j", (type) => {
    expect(isWireCommandType(type)).toBe(false);
  });
});

describe("an envelope", () => {
  const good = { id: "0195a1b2-0000-7000-8000-000000000001", type: "officer:lock", payload: {} };

  it("takes an id, a type and a payload", () => {
    expect(EnvelopeSchema.safeParse(good).success).toBe(true);
  });

  it.each<[string, unknown]>([
    ["an unknown key", { ...good, actor: "hub" }],
    ["no id", { type: good.type, payload: {} }],
    ["another id", { ...good, id: "1" }],
    ["a long type", { ...good, type: TOO_LONG }],
    ["a type that is no text", { ...good, type: ["officer:lock"] }],
    ["null", null],
  ])("refuses %s", (_name, raw) => {
    expect(EnvelopeSchema.safeParse(raw).success).toBe(false);
  });
});

function without(payload: object, key: string): unknown {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => name !== key));
}

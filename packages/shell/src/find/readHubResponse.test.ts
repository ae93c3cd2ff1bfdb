import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHubResponse } from "./readHubResponse.ts";

const INSTANCE = "luot-1._luot._tcp.local";
const PTR = { type: "PTR", name: "_luot._tcp.local", data: INSTANCE };
const SRV = { type: "SRV", name: INSTANCE, data: { port: 7410, target: "luot-1.local" } };
const text = (...words: readonly string[]): unknown => ({
  type: "TXT",
  name: INSTANCE,
  data: words.map((word) => Buffer.from(word)),
});
const read = (...records: readonly unknown[]): unknown => readHubResponse(records, "192.0.2.7");

describe("readHubResponse", () => {
  it("takes the address of the sender, and port and name as told", () => {
    expect(read(PTR, SRV, text("v=1", "name=Trung tâm A"))).toEqual([
      { name: "Trung tâm A", url: "http://192.0.2.7:7410" },
    ]);
    expect(read(PTR, SRV)).toEqual([{ name: "", url: "http://192.0.2.7:7410" }]);
  });

  it.each([
    ["of another service", [{ ...PTR, name: "_ipp._tcp.local" }, SRV]],
    ["without a port", [PTR]],
    ["with a port that is none", [PTR, { ...SRV, data: { port: 70_000 } }]],
    ["of a wrong shape", [null, 7, { type: "PTR" }, { ...PTR, data: { a: 1 } }, SRV]],
  ])("passes over one %s", (_name, records) => {
    expect(read(...records)).toEqual([]);
  });

  it("shows no name that is longer than a line or turns it around", () => {
    const found = readHubResponse(
      [PTR, SRV, text(`name=\u202Eabc\n${"x".repeat(500)}`)],
      "192.0.2.7",
    );
    expect(found[0]?.name).toMatch(/^abcx+$/u);
    expect(found[0]?.name.length).toBe(120);
  });

  it("stands whatever it is sent", () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { maxLength: 20 }), (records) => {
        expect(readHubResponse([...records, PTR, SRV], "192.0.2.7")).toHaveLength(1);
      }),
    );
  });
});

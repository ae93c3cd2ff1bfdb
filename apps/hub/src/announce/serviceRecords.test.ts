import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answersTo, serviceRecords } from "./serviceRecords.ts";

const HUB = { id: "a1b2c3d4", name: "Trung tâm", port: 7410, addresses: ["192.0.2.7"] };
const RECORDS = serviceRecords(HUB);
const types = (records: readonly { readonly type: string }[]): readonly string[] =>
  records.map(({ type }) => type);

describe("answersTo", () => {
  it("tells who looks for a hub where it is, all at once", () => {
    const { answers, additionals } = answersTo(
      [{ type: "PTR", name: "_LUOT._tcp.local" }],
      RECORDS,
    );
    expect(types(answers)).toEqual(["PTR"]);
    expect(types(additionals)).toEqual(["SRV", "TXT", "A"]);
    expect(additionals[0]).toMatchObject({ data: { port: 7410, target: "luot-a1b2c3d4.local" } });
    expect(additionals[1]).toMatchObject({ data: ["v=1", "name=Trung tâm"] });
  });

  it("tells who looks around of the kind of service alone", () => {
    const { answers, additionals } = answersTo(
      [{ type: "PTR", name: "_services._dns-sd._udp.local" }],
      RECORDS,
    );
    expect(answers).toMatchObject([{ data: "_luot._tcp.local" }]);
    expect(additionals).toEqual([]);
  });

  it("is silent when asked about others", () => {
    const asked = [
      { type: "PTR", name: "_ipp._tcp.local" },
      { type: "AAAA", name: "luot-a1b2c3d4.local" },
    ];
    expect(answersTo(asked, RECORDS).answers).toEqual([]);
  });
});

it("cuts a long name to what fits into a record, and within no letter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (name) => {
      const text = serviceRecords({ ...HUB, name }).find(({ type }) => type === "TXT");
      const [, word = ""] = text?.type === "TXT" ? text.data : [];
      expect(Buffer.byteLength(word)).toBeLessThanOrEqual(255);
      expect(name.normalize("NFC").startsWith(word.slice("name=".length))).toBe(true);
    }),
  );
});

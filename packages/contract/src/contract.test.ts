import { describe, expect, it } from "vitest";
import frozen from "../contract.snapshot.json" with { type: "json" };
import { currentWire, textOfWire, wireChange, WireSnapshotSchema } from "./testing/wireSnapshot.ts";

const written = WireSnapshotSchema.parse(frozen);
const HOW = "Then write it down: node packages/contract/src/testing/writeSnapshot.ts";

describe("the wire", () => {
  it("still carries what clients and data of the written protocol need", () => {
    const { breaksClients, breaksData } = wireChange(written, currentWire());
    const isNewProtocol = currentWire().protocol > written.protocol;
    expect(breaksData, "Journals and settings in the field could not be read.").toEqual([]);
    expect(isNewProtocol ? [] : breaksClients, `Undo it, or raise PROTOCOL. ${HOW}`).toEqual([]);
  });

  it("is written down as it is", () => {
    expect(JSON.parse(textOfWire(currentWire())), `The change is compatible. ${HOW}`).toEqual(
      frozen,
    );
  });

  it("is written with one line for each schema, and reads back as it was", () => {
    const text = textOfWire(written);
    expect(WireSnapshotSchema.parse(JSON.parse(text))).toEqual(written);
    const schemas = [written.incoming, written.outgoing, written.stored].flatMap(Object.keys);
    expect(text.split("\n").filter((line) => line.startsWith("    "))).toHaveLength(schemas.length);
  });
});

describe("a change of the wire", () => {
  const { hello, ...otherIncoming } = written.incoming;
  const { welcome, ...otherOutgoing } = written.outgoing;

  it("is none between two equal states", () => {
    expect(wireChange(written, written)).toEqual({ breaksClients: [], breaksData: [] });
  });

  it("may add messages in every direction", () => {
    const { settings, ...otherStored } = written.stored;
    const before = {
      ...written,
      incoming: otherIncoming,
      outgoing: otherOutgoing,
      stored: otherStored,
    };
    expect([hello, welcome, settings]).not.toContain(undefined);
    expect(wireChange(before, written)).toEqual({ breaksClients: [], breaksData: [] });
  });

  it("breaks clients when a message is gone, or may be less long", () => {
    const after = { ...written, incoming: otherIncoming, outgoing: otherOutgoing };
    expect(wireChange(written, { ...after, maxMessageBytes: 100 })).toEqual({
      breaksClients: ["maxMessageBytes: less than 16384", "hello: is gone", "welcome: is gone"],
      breaksData: [],
    });
  });

  it("is read in the direction that each message goes", () => {
    const narrow = { type: "string", enum: ["a"] };
    const wide = { type: "string", enum: ["a", "b"] };
    const wider = wireChange(stateWith(narrow), stateWith(wide));
    expect(wider).toEqual({ breaksClients: ['m .: "b" is not read'], breaksData: [] });
    const narrower = wireChange(stateWith(wide), stateWith(narrow));
    expect(narrower).toEqual({
      breaksClients: ['m .: "b" is not read'],
      breaksData: ['m .: "b" is not read'],
    });
  });
});

/** A wire with one message in each direction, all of one schema. */
function stateWith(schema: object): typeof written {
  const message = { m: schema };
  const groups = { incoming: message, outgoing: message, stored: message };
  return WireSnapshotSchema.parse({ ...written, ...groups });
}

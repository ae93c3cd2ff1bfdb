// Writes contract.snapshot.json: `node packages/contract/src/testing/writeSnapshot.ts`. Refuses what
// would break clients, unless PROTOCOL was raised, and what would make stored data unreadable.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { currentWire, textOfWire, wireChange, WireSnapshotSchema } from "./wireSnapshot.ts";

const FILE = new URL("../../contract.snapshot.json", import.meta.url);

const after = currentWire();
const faults = existsSync(FILE) ? faultsAgainst(readFileSync(FILE, "utf8")) : [];
if (faults.length === 0) {
  writeFileSync(FILE, textOfWire(after));
  process.stdout.write(`Wrote contract.snapshot.json, protocol ${after.protocol}.\n`);
} else {
  process.stderr.write(`Not written.\n${faults.join("\n")}\n`);
  process.exitCode = 1;
}

function faultsAgainst(text: string): readonly string[] {
  const before = WireSnapshotSchema.parse(JSON.parse(text));
  const { breaksClients, breaksData } = wireChange(before, after);
  const isNewProtocol = after.protocol > before.protocol;
  return [
    ...(isNewProtocol || breaksClients.length === 0
      ? []
      : [`Breaks clients of protocol ${before.protocol}; raise PROTOCOL in wire.ts:`]),
    ...(isNewProtocol ? [] : breaksClients),
    ...(breaksData.length === 0 ? [] : ["Makes stored journals or settings unreadable:"]),
    ...breaksData,
  ];
}

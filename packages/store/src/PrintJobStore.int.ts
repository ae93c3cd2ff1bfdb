import { join } from "node:path";
import { expect, it } from "vitest";
import { MetaStore } from "./MetaStore.ts";
import { openDatabase } from "./openDatabase.ts";
import { PrintJobStore } from "./PrintJobStore.ts";
import { temporaryFolder } from "./testing/temporaryFolder.ts";

it("[I12] a job that was being sent when the hub stopped is known after a restart", () => {
  const path = join(temporaryFolder(), "hub.db");
  const db = openDatabase(path);
  const jobs = new PrintJobStore(db);
  expect(jobs.stateOf("t", 0)).toBeNull();
  jobs.set("t", 0, "sending", 1);
  jobs.set("t", 1, "sending", 2);
  jobs.set("t", 1, "confirmed", 3);
  jobs.set("u", 0, "failed", 4);
  db.close();

  const again = openDatabase(path);
  const after = new PrintJobStore(again);
  expect(after.interrupted()).toEqual([{ ticketId: "t", copy: 0 }]);
  expect([after.stateOf("t", 1), after.stateOf("u", 0)]).toEqual(["confirmed", "failed"]);
  again.close();
});

it("a value is made once and then kept, also across a re-open", () => {
  const path = join(temporaryFolder(), "hub.db");
  const db = openDatabase(path);
  const meta = new MetaStore(db);
  expect(meta.read("epoch")).toBeNull();
  expect(meta.readOrMake("epoch", () => "first")).toBe("first");
  db.close();

  const again = openDatabase(path);
  expect(new MetaStore(again).readOrMake("epoch", () => "second")).toBe("first");
  new MetaStore(again).write("epoch", "third");
  expect(new MetaStore(again).read("epoch")).toBe("third");
  again.close();
});

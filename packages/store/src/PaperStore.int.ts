import { join } from "node:path";
import { expect, it } from "vitest";
import { MetaStore } from "./MetaStore.ts";
import { openDatabase } from "./openDatabase.ts";
import { PaperStore } from "./PaperStore.ts";
import { temporaryFolder } from "./testing/temporaryFolder.ts";

it("[I12] a paper that had no outcome when the hub stopped is known after a restart", () => {
  const path = join(temporaryFolder(), "hub.db");
  const db = openDatabase(path);
  const papers = new PaperStore(db);
  const first = { ticketId: "t", copy: 0 };
  const copy = { ticketId: "t", copy: 1 };
  const queued = { ticketId: "u", copy: 0 };
  const failed = { ticketId: "v", copy: 0 };
  expect(papers.stateOf(first)).toBeNull();
  papers.set(queued, "queued", 1);
  papers.set(first, "sending", 2);
  papers.set(copy, "sending", 3);
  papers.set(copy, "confirmed", 4);
  papers.set(failed, "failed", 5);
  db.close();

  const again = openDatabase(path);
  const after = new PaperStore(again);
  expect(after.unfinished()).toEqual([queued, first]);
  expect([copy, failed].map((paper) => after.stateOf(paper))).toEqual(["confirmed", "failed"]);
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

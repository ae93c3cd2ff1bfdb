import type { FoundHub } from "@luot/contract";
import { describe, expect, it } from "vitest";
import { HeardHubs } from "./HeardHubs.ts";

const aHub = (i: number): FoundHub => ({ url: `http://192.0.2.${i}:7410`, name: `hub ${i}` });
const twelve = Array.from({ length: 12 }, (_, i) => aHub(i + 10));

describe("HeardHubs", () => {
  it("knows those that were heard lately, and no more than twelve", () => {
    const heard = new HeardHubs();
    heard.hear(twelve, 0);
    heard.hear([aHub(99)], 1_000);
    expect(heard.lately(2_000)).toEqual(twelve);
    heard.hear([aHub(12)], 10_000);
    expect(heard.lately(20_000)).toEqual([aHub(12)]);
  });

  it("lets those that fell silent make room", () => {
    const heard = new HeardHubs();
    heard.hear(twelve, 0);
    heard.hear([aHub(99)], 20_000);
    expect(heard.lately(20_000)).toEqual([aHub(99)]);
  });
});

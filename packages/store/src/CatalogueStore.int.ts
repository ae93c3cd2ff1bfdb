import { join } from "node:path";
import type { Catalogue } from "@luot/contract";
import { expect, it } from "vitest";
import { CatalogueStore } from "./CatalogueStore.ts";
import { openDatabase } from "./openDatabase.ts";
import { temporaryFolder } from "./testing/temporaryFolder.ts";

const CATALOGUE: Catalogue = {
  asOf: "2026-11-24",
  procedures: [
    {
      code: "1.001193",
      name: "Thủ tục đăng ký khai sinh",
      serviceId: "ho-tich",
      field: "Hộ tịch",
      papers: ["Tờ khai đăng ký khai sinh"],
      fee: 0,
      time: { count: 1, unit: "working_day" },
      portal: "https://dichvucong.gov.vn/",
      isCommon: true,
      isDemo: false,
    },
  ],
  synonyms: { "khai sanh": "khai sinh" },
};

it("a new database has no catalogue", () => {
  const store = new CatalogueStore(openDatabase(":memory:"));
  expect([store.hash(), store.text(), store.read()]).toEqual([null, null, null]);
});

it("a catalogue takes the place of the one before, and is there when the file is opened again", () => {
  const path = join(temporaryFolder(), "hub.db");
  const db = openDatabase(path);
  const store = new CatalogueStore(db);
  const first = store.replace(CATALOGUE, 1);
  const second = store.replace({ ...CATALOGUE, procedures: [] }, 2);
  expect(second.hash).not.toBe(first.hash);
  expect(store.text()).toEqual(second);
  expect(store.replace(CATALOGUE, 3)).toEqual(first);
  db.close();

  const again = new CatalogueStore(openDatabase(path));
  expect(again.hash()).toBe(first.hash);
  expect(again.text()).toEqual(first);
  expect(again.read()).toEqual(CATALOGUE);
});

it("what could not be read again is not kept", () => {
  const store = new CatalogueStore(openDatabase(":memory:"));
  const kept = store.replace(CATALOGUE, 1);
  expect(() => store.replace({ ...CATALOGUE, asOf: "today" }, 2)).toThrow("asOf");
  expect(store.text()).toEqual(kept);
});

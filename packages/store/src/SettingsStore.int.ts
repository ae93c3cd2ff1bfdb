import { aCentre } from "@luot/domain/testing";
import { expect, it } from "vitest";
import { openDatabase } from "./openDatabase.ts";
import { hashOfSettings, SettingsStore } from "./SettingsStore.ts";

it("a new database has no settings", () => {
  const settings = new SettingsStore(openDatabase(":memory:"));
  expect(settings.latest()).toBeNull();
  expect(settings.find(1)).toBeNull();
  expect(settings.all()).toEqual([]);
});

it("settings get the next version, whatever they carry, and are found by it", () => {
  const settings = new SettingsStore(openDatabase(":memory:"));
  const first = settings.add(aCentre({ version: 7 }), 1);
  const second = settings.add(aCentre({ version: 7, pauseReasons: [] }), 2);
  expect([first.settings.version, second.settings.version]).toEqual([1, 2]);
  expect(settings.find(1)).toEqual(first);
  expect(settings.latest()).toEqual(second);
  expect(settings.all()).toEqual([first, second]);
});

it("the hash is that of the stored document, and differs between versions", () => {
  const settings = new SettingsStore(openDatabase(":memory:"));
  const first = settings.add(aCentre({}), 1);
  const second = settings.add(aCentre({}), 1);
  expect(first.hash).toBe(hashOfSettings(settings.find(1)?.settings ?? aCentre({})));
  expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(first.hash).not.toBe(second.hash);
});

it.each([
  "UPDATE settings_versions SET body = '{}'",
  "DELETE FROM settings_versions",
  "INSERT OR REPLACE INTO settings_versions VALUES (1, '', 1, '{}')",
])("a stored version never changes: %s", (sql) => {
  const db = openDatabase(":memory:");
  const settings = new SettingsStore(db);
  const stored = settings.add(aCentre({}), 1);
  expect(() => db.exec(sql)).toThrow("a version of the settings never changes");
  expect(settings.find(1)).toEqual(stored);
});

it("settings that could not be read again are not stored", () => {
  const settings = new SettingsStore(openDatabase(":memory:"));
  expect(() => settings.add(aCentre({ services: [] }), 1)).toThrow("services");
  expect(settings.latest()).toBeNull();
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HubUrlSchema, readHubUrl } from "./hubUrl.ts";

describe("readHubUrl", () => {
  it.each([
    ["192.168.1.10", "http://192.168.1.10:7410"],
    [" hub.local ", "http://hub.local:7410"],
    ["hub.local:8000/", "http://hub.local:8000"],
    ["hub:80", "http://hub"],
    ["http://hub", "http://hub"],
    ["HTTPS://Hub.Example/", "https://hub.example"],
    ["[fe80::1]", "http://[fe80::1]:7410"],
  ])("reads %s", (typed, url) => {
    expect(readHubUrl(typed)).toBe(url);
  });

  it.each([
    "",
    "hub/kiosk",
    "http://hub/?a=1",
    "http://hub/#a",
    "user:secret@hub",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "app://luot",
    "two words",
    "hub\\evil",
    "h".repeat(201),
  ])("refuses %s", (typed) => {
    expect(readHubUrl(typed)).toBeNull();
  });

  it("reads what it gave to the same, so what is kept is what was read", () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.ipV4(), fc.string()), (text) => {
        const url = readHubUrl(text);
        expect(url === null ? null : readHubUrl(url)).toBe(url);
        expect(HubUrlSchema.safeParse(text).success).toBe(url === text);
      }),
    );
  });
});

import { expect, it } from "vitest";
import { issuerOf } from "./issuerOf.ts";

const canIssue = { since: 1, unsent: 0, canIssue: true };

it.each([
  ["live", null, "hub"],
  ["live", canIssue, "hub"],
  ["reconnecting", canIssue, "kiosk"],
  ["connecting", canIssue, "kiosk"],
  ["reconnecting", { ...canIssue, canIssue: false }, "nobody"],
  ["reconnecting", null, "nobody"],
] as const)(
  "while %s, with the outbox %j, numbers are given by the %s",
  (connection, outbox, who) => {
    expect(issuerOf({ connection, outbox })).toBe(who);
  },
);

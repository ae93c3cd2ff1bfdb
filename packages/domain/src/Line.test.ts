import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBefore, emptyLine, enterLine, isOlder, leaveLine, standsBefore } from "./Line.ts";
import { aCentre } from "./testing/aCentre.ts";
import { openedRunner } from "./testing/Runner.ts";
import type { Ticket } from "./ticket.ts";

const sample = openedRunner(aCentre({}), []).issue("land", {});

function aTicket(n: number, orderAt: number, issuedAt: number): Ticket {
  const id = String(n).padStart(4, "0");
  return { ...sample, id, issuedAt, capAt: issuedAt + 10, place: { ...sample.place, orderAt } };
}

describe("lines", () => {
  it("[CALL-5] keep both orders whatever enters and leaves", () => {
    const rank = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.record({ rank, issuedAt: rank, stays: fc.boolean() })), (entries) => {
        const line = emptyLine();
        const tickets = entries.map(({ rank, issuedAt }, n) => aTicket(n, rank, issuedAt));
        for (const ticket of tickets) enterLine(line, ticket);
        const left = tickets.filter((_, n) => entries[n]?.stays === true);
        for (const ticket of tickets) if (!left.includes(ticket)) leaveLine(line, ticket);
        const by = (before: (a: Ticket, b: Ticket) => boolean): readonly Ticket[] =>
          left.toSorted((a, b) => (before(a, b) ? -1 : 1));
        expect(line.tickets).toEqual(by(standsBefore));
        expect(line.byIssue).toEqual(by(isOlder));
        for (const [n, ticket] of line.tickets.entries())
          expect(countBefore(line.tickets, ticket)).toBe(n);
      }),
    );
  });

  it("[I5] refuse to let go who does not stand there", () => {
    expect(() => leaveLine(emptyLine(), sample)).toThrow(/not in its line/u);
  });
});

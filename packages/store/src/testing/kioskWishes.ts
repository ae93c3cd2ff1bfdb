import type { OfflineSeries } from "@luot/contract";
import type { IssueRefusal, WishData, WishPayload } from "../kiosk/Wish.ts";
import type { OwnSource } from "../kiosk/Wishes.ts";

export const KIOSK_SERIES: OfflineSeries = { letter: "K", epoch: 2, day: "2026-03-02" };

export const A_WISH: WishPayload = {
  serviceId: "land",
  class: "normal",
  reason: null,
  language: "vi",
  print: true,
};

export const REFUSED: IssueRefusal = { ok: false, code: "centre_closed", details: {} };

/** The n-th id of a kind; kinds are single hexadecimal digits. */
export function testId(n: number, kind = "0"): string {
  return `0${kind}000000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

/** A number as the hub answers it. */
export function hubNumber(ticketId: string, n: number): WishData {
  return {
    ticketId,
    label: `A${String(n).padStart(3, "0")}`,
    serviceId: "land",
    class: "normal",
    issuedAt: n,
    ahead: 0,
    estimate: null,
    token: "token",
  };
}

/** A number of the kiosk's own for a wish; its ids are made of the wish's. */
export function ownSource(wishId: string, arrivedAt: number): OwnSource {
  const { print: _print, ...wish } = A_WISH;
  const ticketId = `0c${wishId.slice(2)}`;
  const id = `0d${wishId.slice(2)}`;
  return {
    series: KIOSK_SERIES,
    day: KIOSK_SERIES.day,
    prefix: "A",
    make: (label) => ({
      record: {
        kind: "ticket",
        id,
        ticketId,
        label,
        ...wish,
        arrivedAt,
        supersedes: wishId,
        print: "pending",
      },
      data: { ...hubNumber(ticketId, 1), label, issuedAt: arrivedAt, ahead: null, token: null },
    }),
  };
}

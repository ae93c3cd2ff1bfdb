import type { OfflineSeries } from "@luot/contract";
import { type CentreSettings, type KioskView, localTime, openingAt } from "@luot/hub-client";
import { err, ok, type Result } from "@luot/kit";
import type { IssueRefusal, OwnSource, Wish } from "@luot/store";

/** What a kiosk has to answer with while the hub does not. */
export interface AloneDeps {
  readonly settings: CentreSettings;
  readonly series: OfflineSeries;
  /** What the hub showed last. */
  readonly view: KioskView | null;
  /** Fresh ids, in time order. */
  readonly newId: () => string;
}

/**
 * What the kiosk answers by itself: where the number comes from, or why there is none. It asks what
 * it can know alone: services, reasons and hours of the kept settings; the quota is the hub's.
 */
export function aloneAnswer(wish: Wish, deps: AloneDeps): Result<OwnSource, IssueRefusal> {
  const { settings, view } = deps;
  const { serviceId } = wish.payload;
  const service = settings.services.find(({ id }) => id === serviceId);
  const prefix = settings.series.find(({ id }) => id === service?.seriesId)?.prefix;
  if (service === undefined || prefix === undefined)
    return refuse("unknown_service", { serviceId });
  if (!isDeclared(wish, settings))
    return refuse("unknown_reason", { reason: wish.payload.reason ?? "" });
  const opening = openingAt(wish.arrivedAt, settings.calendar);
  const day = localTime(wish.arrivedAt, settings.calendar.timeZone).date;
  const isOver = view !== null && view.day === day && !view.isOpen;
  if (opening.kind === "closed" || isOver) return refuse("centre_closed", {});
  if (opening.kind === "closing") return refuse("last_ticket_passed", {});
  return ok({ series: deps.series, day, prefix, make: makerFor(wish, deps.newId) });
}

function makerFor(
  { id: wishId, payload, arrivedAt }: Wish,
  newId: () => string,
): OwnSource["make"] {
  const { print, ...wish } = payload;
  const record = newId();
  const ticketId = newId();
  return (label) => ({
    record: {
      kind: "ticket",
      id: record,
      ticketId,
      label,
      ...wish,
      arrivedAt,
      supersedes: wishId,
      print: print ? "pending" : "none",
    },
    data: {
      ticketId,
      label,
      serviceId: wish.serviceId,
      class: wish.class,
      issuedAt: arrivedAt,
      // Only the hub knows these.
      ahead: null,
      estimate: null,
      token: null,
    },
  });
}

/** As the engine asks for it: priority needs a reason, and a reason is one of the ticket's class. */
function isDeclared({ payload }: Wish, { priorityReasons }: CentreSettings): boolean {
  if (payload.reason === null) return payload.class !== "priority";
  return priorityReasons.some(
    ({ id, class: classId }) => id === payload.reason && classId === payload.class,
  );
}

function refuse(
  code: IssueRefusal["code"],
  details: IssueRefusal["details"],
): { readonly ok: false; readonly error: IssueRefusal } {
  return err({ ok: false, code, details });
}

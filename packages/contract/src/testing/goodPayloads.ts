import type { PayloadOf, WireCommandType } from "../commands.ts";

const counterId = "c1";
const ticketId = "0195a1b2-0000-7000-8000-000000000001";
const outcome = "accepted";
const dossierRefs = ["ref_0001", "ref-0002"];

/** One payload of each command that is as it should be. */
export const GOOD_PAYLOADS: { readonly [T in WireCommandType]: PayloadOf<T> } = {
  "ticket:issue": {
    serviceId: "land",
    class: "priority",
    reason: "elderly",
    language: "vi",
    print: true,
  },
  "ticket:confirm-print": { ticketId, outcome: "confirmed" },
  "ticket:reprint": { ticketId },
  "ticket:call-next": { counterId },
  "ticket:call": { counterId, ticketId, reason: "asked" },
  "ticket:recall": { counterId },
  "ticket:put-back": { counterId },
  "ticket:start": { counterId },
  "ticket:finish": { counterId, outcome, dossierRefs },
  "ticket:finish-and-call": { counterId, outcome, dossierRefs },
  "ticket:no-show": { counterId },
  "ticket:return": { ticketId },
  "ticket:park": { counterId, reason: "copies" },
  "ticket:resume": { counterId, ticketId },
  "ticket:transfer": { counterId, to: { kind: "service", id: "civil" }, place: "by_issue" },
  "ticket:cancel": { ticketId },
  "ticket:set-priority": { ticketId, class: "priority", reason: null },
  "counter:open": { counterId },
  "counter:close": { counterId },
  "counter:pause": { counterId, reason: "meal" },
  "counter:resume": { counterId },
  "counter:undo": { counterId },
  "dossier:look-up": { text: "H56.29-250401-0003", by: "scan" },
  "dossier:prove": { ref: "ref_0001", factor: "0678" },
  "dossier:of-ticket": { ticketId },
  "dossier:open-holder": { ref: "ref_0001" },
  "feedback:rate": { ticketId, score: "satisfied" },
  "officer:sign-in": { username: "an", password: "mật khẩu dài" },
  "officer:lock": {},
  "officer:unlock": { pin: "1234" },
  "officer:sign-out": {},
  "device:health": { state: "degraded", parts: [{ name: "printer", state: "lost" }] },
  "kiosk:call-help": {},
  "kiosk:sync-offline": {
    since: 1_780_000_000_000,
    records: [
      {
        kind: "ticket",
        id: ticketId,
        ticketId,
        label: "AK2-07",
        serviceId: "land",
        class: "normal",
        reason: null,
        language: "vi",
        arrivedAt: 1_780_000_060_000,
        supersedes: ticketId,
        print: "confirmed",
      },
      { kind: "void", id: ticketId, wishId: ticketId },
    ],
    isDone: true,
  },
};

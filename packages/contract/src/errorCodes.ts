import type { RefusalCode } from "@luot/domain";

/** Refusals of the engine, in the order of the domain's own list. */
const ENGINE_CODES = [
  "day_not_open",
  "day_already_open",
  "wrong_day",
  "settings_unknown",
  "settings_in_use",
  "centre_closed",
  "last_ticket_passed",
  "quota_reached",
  "series_exhausted",
  "unknown_service",
  "unknown_counter",
  "unknown_ticket",
  "unknown_reason",
  "unknown_target",
  "counter_closed",
  "counter_paused",
  "counter_not_paused",
  "counter_busy",
  "counter_taken",
  "officer_elsewhere",
  "not_your_counter",
  "not_your_ticket",
  "no_current_ticket",
  "wrong_status",
  "superseded",
  "label_taken",
  "queue_empty",
  "nothing_held",
  "nothing_to_undo",
  "undo_too_late",
  "undo_touched",
] as const satisfies readonly RefusalCode[];

/** Refusals of the hub around the engine. */
const HUB_CODES = [
  "bad_request",
  "unknown_command",
  "forbidden",
  "id_reused",
  "dossier_not_found",
  "wrong_factor",
  "rate_limited",
  "protocol_too_old",
  "not_paired",
  "not_signed_in",
  "session_locked",
  "hello_first",
  "wrong_credentials",
  "too_many_attempts",
  "unavailable",
  "internal",
] as const;

/** Every code an answer can carry. Screens translate them; `message` is for logs. */
export const ERROR_CODES = [...ENGINE_CODES, ...HUB_CODES] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Codes only the hub itself gives, never the engine. */
export type HubErrorCode = (typeof HUB_CODES)[number];

type Missing = Exclude<RefusalCode, (typeof ENGINE_CODES)[number]>;
/**
 * Fails to compile when the engine has a refusal that this list lacks.
 *
 * @public nobody imports it; that it is there is the check
 */
export const everyRefusalIsListed: [Missing] extends [never] ? true : never = true;

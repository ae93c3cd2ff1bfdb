import { COMMANDS, type DataOf, ERROR_CODES, type PayloadOf } from "@luot/contract";
import { z } from "zod";

/**
 * How a wish for a number stands:
 * - `asked`: begun, without an outcome;
 * - `answered`: the hub gave the number;
 * - `refused`: the hub gave none;
 * - `superseded`: this kiosk gave a number of its own, so the hub's, if there is one, is void;
 * - `voided`: given up without a number, so the hub's, if there is one, is void.
 */
export type WishState = "asked" | "answered" | "refused" | "superseded" | "voided";

export type WishPayload = PayloadOf<"ticket:issue">;
export type WishData = DataOf<"ticket:issue">;

const IssueAnswerSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), data: COMMANDS["ticket:issue"].data }),
  z.object({
    ok: z.literal(false),
    code: z.enum(ERROR_CODES),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
/** What the screen was told, and is told whenever it asks again. */
export type IssueAnswer = z.infer<typeof IssueAnswerSchema>;
export type IssueRefusal = Extract<IssueAnswer, { readonly ok: false }>;

/** A wish for a number, as the kiosk keeps it. */
export interface Wish {
  /** Id of the command, made by the screen. */
  readonly id: string;
  readonly payload: WishPayload;
  /** When the citizen asked, epoch ms of the hub's clock. */
  readonly arrivedAt: number;
  readonly state: WishState;
  /** `null` while it is asked. */
  readonly answer: IssueAnswer | null;
}

const RowSchema = z.object({
  id: z.string(),
  payload: z.string(),
  arrived_at: z.number(),
  state: z.enum(["asked", "answered", "refused", "superseded", "voided"]),
  answer: z.string().nullable(),
});

/** The columns that {@link readWish} reads. */
export const WISH_COLUMNS = "id, payload, arrived_at, state, answer";

/**
 * Reads a row of the wishes.
 *
 * @throws ZodError or SyntaxError when it is not one: the book is damaged
 */
export function readWish(raw: unknown): Wish {
  const { id, payload, arrived_at: arrivedAt, state, answer } = RowSchema.parse(raw);
  return {
    id,
    payload: COMMANDS["ticket:issue"].payload.parse(JSON.parse(payload)),
    arrivedAt,
    state,
    answer: answer === null ? null : IssueAnswerSchema.parse(JSON.parse(answer)),
  };
}

import { z } from "zod";
import { CounterAnswerSchema } from "../answers.ts";
import { SlugSchema } from "../primitives.ts";
import { defineCommand } from "../defineCommand.ts";

/** Takes back the officer's own last action. */
export const counterUndo = defineCommand({
  type: "counter:undo",
  payload: z.strictObject({ counterId: SlugSchema }),
  data: CounterAnswerSchema,
  refusals: [
    "unknown_counter",
    "counter_closed",
    "counter_paused",
    "not_your_counter",
    "nothing_to_undo",
    "undo_too_late",
    "undo_touched",
  ],
});

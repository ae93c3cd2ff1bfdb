import { describe, expect, it } from "vitest";
import type { StatusQuestion } from "../printerProfiles.ts";
import { askStatus, type StatusAnswer, statusFromAnswers } from "./printerState.ts";

const all = [1, 2, 3, 4] as const;

/** Asks and keeps which questions were put. */
async function ask(
  known: readonly StatusQuestion[],
  answers: Partial<Record<StatusQuestion, StatusAnswer>>,
): Promise<string> {
  const asked: number[] = [];
  const { state, cause } = await askStatus(known, async (n) => {
    asked.push(n);
    return answers[n] ?? null;
  });
  return `${asked.join(" ")}: ${state} ${cause ?? ""}`.trim();
}

describe("a printer that is offline", () => {
  it.each([
    [0x1a, "cutter_jam"],
    [0x32, "unrecoverable"],
    [0x52, "recovers_itself"],
    [0x12, "unnamed"],
    [null, "unnamed"],
  ])("with the error byte %i names the cause %s", (error, cause) => {
    const answers = { printer: 0x1a, paper: 0x12, offlineCause: 0x52, error };
    expect(statusFromAnswers(answers)).toEqual({ state: "offline", cause });
  });
});

describe("the questions to a printer", () => {
  it.each([
    [all, { 1: 0x12, 4: 0x12 }, "1 4: ready"],
    [all, { 1: 0x1a, 2: 0x16, 4: 0x7e }, "1 4 2: cover_open"],
    [all, { 1: 0x1a, 2: 0x32, 4: 0x7e }, "1 4 2: paper_out"],
    [all, { 1: 0x1a, 2: 0x52, 3: 0x1a, 4: 0x12 }, "1 4 2 3: offline cutter_jam"],
    [all, { 1: 0x1a, 4: 0x12 }, "1 4 2: offline unnamed"],
    [[1, 4], { 1: 0x1a, 4: 0x12 }, "1 4: offline unnamed"],
    [[1, 4], { 1: 0x1a, 4: 0x7e }, "1 4: paper_out"],
    [all, {}, "1: unknown"],
    [all, { 1: "failed" }, "1: offline unreachable"],
    [all, { 1: 0x12, 4: "failed" }, "1 4: offline unreachable"],
    [all, { 1: 0x1a, 2: 0x52, 3: "failed", 4: 0x12 }, "1 4 2 3: offline unreachable"],
  ] as const)("to one that answers %j of %j are %s", async (known, answers, asked) => {
    expect(await ask(known, answers)).toBe(asked);
  });
});

import { describe, expect, it } from "vitest";
import { summarizeReport } from "./testReport.mjs";

const report = (testResults: readonly object[], counts: object): string =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults,
    ...counts,
  });

describe("summarizeReport", () => {
  it("counts passed, failed, skipped and planned tests", () => {
    const file = { status: "failed", assertionResults: [{ status: "failed" }] };
    const counts = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 4 };
    expect(summarizeReport(report([file], counts))).toEqual({ passed: 3, failed: 1, skipped: 6 });
  });

  it("counts a test file that could not be loaded as a failure", () => {
    const file = { status: "failed", assertionResults: [] };
    expect(summarizeReport(report([file], {})).failed).toBe(1);
  });
});

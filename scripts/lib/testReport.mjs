/**
 * Sums up a report of vitest's JSON reporter. Pure.
 *
 * A test file that failed without a failed test (it could not be imported, its set-up threw) counts
 * as one failed test, because vitest's own count of failed tests would be 0.
 *
 * @param {string} text the report
 * @returns {{ passed: number, failed: number, skipped: number }} throws when it is no report
 */
export function summarizeReport(text) {
  const report = JSON.parse(text);
  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

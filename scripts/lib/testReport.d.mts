export interface TestSummary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function summarizeReport(text: string): TestSummary;

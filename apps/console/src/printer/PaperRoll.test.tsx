import { createI18n } from "@luot/i18n";
import { AppProviders } from "@luot/ui";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { T0 } from "../testing/aLauncher.ts";
import { PaperRoll } from "./PaperRoll.tsx";
import { paperUrl, readRollAnswer, type RollAnswer } from "./rollAnswer.ts";

const GOOD = { paper: "ok", cover: "closed", cutter: "ok" };
const paper = (id: number) => ({ id, at: T0 + id, width: 576, height: 900 });

function shown(answer: RollAnswer | null): string {
  return renderToString(
    <AppProviders i18n={createI18n("vi")}>
      <PaperRoll answer={answer} isLost={false} address="http://localhost:7410" />
    </AppProviders>,
  ).replaceAll("<!-- -->", "");
}

describe("the roll of the virtual printer", () => {
  it("shows the paper printed last first", () => {
    const html = shown(readRollAnswer(200, { papers: [paper(1), paper(2)], condition: GOOD }));
    expect(html.match(/data-testid="paper-\d"/g)).toEqual([
      'data-testid="paper-2"',
      'data-testid="paper-1"',
    ]);
    expect(html).not.toContain("printer-trouble");
  });

  it("fetches a number that came again from a printer started anew", () => {
    expect(paperUrl(paper(1))).not.toBe(paperUrl({ ...paper(1), at: T0 + 60_000 }));
  });

  it("says what is the matter with the printer", () => {
    const condition = { ...GOOD, paper: "out", cover: "open" };
    expect(shown(readRollAnswer(200, { papers: [], condition }))).toContain(
      "Máy in ảo: hết giấy, nắp đang mở",
    );
  });

  it.each([
    [404, "no-printer"],
    [502, "printer-unreachable"],
    [403, "not-local"],
  ])("says for HTTP %d what that means", (status, testId) => {
    expect(shown(readRollAnswer(status, {}))).toContain(`data-testid="${testId}"`);
  });

  it("says that nothing was printed yet", () => {
    expect(shown(readRollAnswer(200, { papers: [], condition: GOOD }))).toContain("no-papers");
  });

  it("takes no answer for a roll that is none", () => {
    expect(() => readRollAnswer(500, {})).toThrow("HTTP 500");
    expect(() => readRollAnswer(200, { papers: "none" })).toThrow("papers");
  });
});

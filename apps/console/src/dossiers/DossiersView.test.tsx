import type { DemoDossiers, ImportReport, MappingTrialResult } from "@luot/contract";
import { createI18n, type Language } from "@luot/i18n";
import { AppProviders } from "@luot/ui";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { aDossierAdmin } from "../testing/aDossierAdmin.ts";
import { T0 } from "../testing/aLauncher.ts";
import { type AdminAnswer, readAdmin, readReport, refusalOf } from "./askDossiers.ts";
import { DossiersView } from "./DossiersView.tsx";
import { ReportView } from "./ReportView.tsx";
import { base64Of, OWN, readDraft, slugOf, startDraft } from "./sourceDraft.ts";
import { TrialView } from "./TrialView.tsx";

function html(node: ReactNode, language: Language): string {
  const page = <AppProviders i18n={createI18n(language)}>{node}</AppProviders>;
  return renderToString(page).replaceAll("<!-- -->", "");
}

interface Situation {
  readonly language?: Language;
  readonly isLost?: boolean;
  readonly demo?: DemoDossiers;
}

function shown(answer: AdminAnswer | null, situation: Situation): string {
  const { language = "vi", isLost = false, demo = [] } = situation;
  return html(
    <DossiersView
      answer={answer}
      isLost={isLost}
      demo={demo}
      timeZone="Asia/Ho_Chi_Minh"
      address="http://localhost:7410"
      refresh={() => {}}
    />,
    language,
  );
}

const REPORT: ImportReport = {
  run: 7,
  source: "files",
  name: "ho-so.csv",
  at: T0,
  outcome: "done",
  reason: null,
  place: null,
  format: "csv",
  mapping: "auto",
  counts: { added: 9, changed: 0, same: 0, older: 0, expired: 0, refused: 1 },
  refusals: [{ row: 4, field: "receivedAt", reason: "no_such_date" }],
};

describe("the page of dossiers", () => {
  const page = shown({ kind: "admin", admin: aDossierAdmin({}) }, {});

  it("shows how many there are, how fresh, and what the last run of each source did", () => {
    for (const text of ["1.200", "24/11/2025 09:41", "1.200 mới · 1 bị từ chối", "Xem lỗi"])
      expect(page).toContain(text);
    expect(page).not.toContain('data-testid="stale"');
  });

  it("says in words why a run failed, and what to do", () => {
    expect(page).toContain("Tên hoặc mật khẩu bị từ chối. Sửa nguồn.");
  });

  it("warns when the data is old", () => {
    const admin = aDossierAdmin({ isStale: true });
    expect(shown({ kind: "admin", admin }, {})).toContain("Dữ liệu hồ sơ đã cũ");
  });

  it("never lets the files' own source be deleted", () => {
    expect(page).toContain('data-testid="remove-mot-cua"');
    expect(page).not.toContain('data-testid="remove-files"');
    expect(page).toContain('data-testid="key-mot-cua"');
  });

  it("shows codes to try only where there are some", () => {
    expect(page).not.toContain("demo-codes");
    const demo = [{ code: "H56.01-251124-0001", status: "9" as const }];
    const tried = shown({ kind: "admin", admin: aDossierAdmin({}) }, { demo });
    for (const text of ["H56.01-251124-0001", "Đã xử lý xong", "<svg"])
      expect(tried).toContain(text);
  });

  it("says where it can be opened, what is missing, and that the hub is silent", () => {
    expect(shown({ kind: "not_local" }, {})).toContain("http://localhost:7410/dossiers");
    expect(shown({ kind: "none" }, {})).toContain('data-testid="no-register"');
    expect(shown(null, { isLost: true })).toContain('data-testid="hub-lost"');
  });

  it("says the same in English", () => {
    const english = shown({ kind: "admin", admin: aDossierAdmin({}) }, { language: "en" });
    for (const text of ["Dossier sources", "1,200 new · 1 refused", "Import a dossier file"])
      expect(english).toContain(text);
  });
});

describe("the report of a file", () => {
  it("names row, field and reason of what was refused", () => {
    const report = html(<ReportView report={REPORT} />, "vi");
    for (const text of ["report-done", "9 mới", "Ngày tiếp nhận", "Ngày này không có trong lịch"])
      expect(report).toContain(text);
  });

  it("says of a broken file where it is broken, and that nothing was taken", () => {
    const broken: ImportReport = {
      ...REPORT,
      outcome: "refused",
      reason: "row_length",
      place: { row: 12, field: null },
      refusals: [],
    };
    const report = html(<ReportView report={broken} />, "vi");
    for (const text of ["chưa nhập dòng nào", "Dòng 12", "Số ô của dòng khác"])
      expect(report).toContain(text);
  });
});

describe("the trial of a mapping", () => {
  it("points at the field of the document, and at the row and field of the file", () => {
    const result: MappingTrialResult = {
      mappingFaults: [
        { path: "fields.code", reason: "required", message: "this has to be there" },
        { path: "dueTime", reason: "not_told_yet", message: "a fault of tomorrow" },
      ],
      fileFault: null,
      format: "csv",
      columns: ["Mã hồ sơ"],
      count: 1,
      rows: [
        {
          row: 2,
          record: null,
          faults: [{ field: "dueAt", path: "Hạn trả", reason: "not_a_date" }],
        },
      ],
    };
    const trial = html(<TrialView result={result} />, "vi");
    for (const text of ["fields.code", "Ngày hẹn trả", "(Hạn trả)", "Không đọc được ngày"])
      expect(trial).toContain(text);
    expect(trial).toContain("<code>fields.code</code>: Phải có mục này.");
    expect(trial).not.toContain("this has to be there");
    expect(trial).toContain("a fault of tomorrow");
  });
});

describe("the form of a source", () => {
  const pull = {
    ...startDraft(null),
    id: "mot-cua",
    name: "Một cửa",
    url: "http://one-stop.local/list",
  };

  it("keeps the password that the hub has when none is typed", () => {
    const draft = { ...pull, loginUrl: "http://one-stop.local/login", username: "u" };
    const read = readDraft(draft);
    expect(read).toMatchObject({ ok: true, value: { pull: { login: { password: null } } } });
    const again = read.ok ? startDraft(read.value) : null;
    expect(again).toMatchObject({ url: draft.url, username: "u", password: "" });
  });

  it("names what is wrong", () => {
    expect(readDraft({ ...pull, url: "one-stop", everyMinutes: "0" })).toEqual({
      ok: false,
      faults: ["pull.url", "pull.everyMinutes"],
    });
    expect(readDraft({ ...pull, mapping: OWN, ownMapping: "{" }).ok).toBe(false);
  });

  it("makes an id of a name", () => {
    expect(slugOf("  Một cửa Đông Hà (mới) ")).toBe("mot-cua-dong-ha-moi");
    expect(slugOf(`${"a".repeat(29)} b`)).toBe("a".repeat(29));
  });

  it("sends a sample larger than a call's arguments byte by byte", async () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => i % 256);
    expect(await base64Of(new Blob([bytes]))).toBe(Buffer.from(bytes).toString("base64"));
  });
});

describe("the answers of the hub", () => {
  it("are refusals with a code, even when they are none that is known", () => {
    expect(refusalOf({ error: "busy" })).toEqual({ code: "busy", detail: "" });
    expect(refusalOf("<html>")).toEqual({ code: "failed", detail: "" });
    expect(readReport(413, "")).toEqual({ ok: false, error: { code: "too_large", detail: "" } });
    expect(readReport(200, "{")).toMatchObject({ ok: false, error: { code: "failed" } });
    expect(readReport(200, JSON.stringify(REPORT))).toEqual({ ok: true, value: REPORT });
    expect(readAdmin(403, {})).toEqual({ kind: "not_local" });
    expect(() => readAdmin(500, {})).toThrow("500");
  });
});

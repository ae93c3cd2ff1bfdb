import { msg } from "@lingui/core/macro";
import type { DossierRun } from "@luot/contract";
import { formatCount, type I18n } from "@luot/i18n";

type Counts = DossierRun["counts"];

const WORDS = [
  ["added", msg`mới`],
  ["changed", msg`thay đổi`],
  ["same", msg`giữ nguyên`],
  ["older", msg`cũ hơn dữ liệu đang có`],
  ["expired", msg`quá thời hạn lưu`],
  ["refused", msg`bị từ chối`],
] as const;

/** What became of the rows: "2 mới · 1 bị từ chối"; what no row became is left out. */
export function countsText(i18n: I18n, counts: Counts): string {
  const parts = WORDS.filter(([name]) => counts[name] > 0).map(
    ([name, word]) => `${formatCount(i18n, counts[name])} ${i18n._(word)}`,
  );
  return parts.length === 0 ? i18n._(msg`không có thay đổi`) : parts.join(" · ");
}

const OUTCOMES = {
  done: msg`Đã nhập`,
  refused: msg`Bị từ chối, chưa nhập gì`,
  failed: msg`Dừng giữa chừng`,
  interrupted: msg`Bị ngắt, nhập lại tệp`,
} as const;

/** How a run ended, or that it goes on. */
export function outcomeOfRunText(i18n: I18n, outcome: DossierRun["outcome"]): string {
  return outcome === null ? i18n._(msg`Đang chạy`) : i18n._(OUTCOMES[outcome]);
}

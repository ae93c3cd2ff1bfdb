import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** Counters by their numbers, runs joined: "Quầy 5–7, 9". Empty for none. */
export function countersText(i18n: I18n, numbers: readonly number[]): string {
  if (numbers.length === 0) return "";
  const numbered = numberRanges(numbers);
  return numbers.length === 1
    ? i18n._(msg`Quầy ${{ number: numbered }}`)
    : i18n._(msg`Các quầy ${{ numbers: numbered }}`);
}

/** Numbers with runs of three and more joined: 5, 6, 7, 9 is "5–7, 9". */
export function numberRanges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([from, to]) => {
      if (from === to) return `${from}`;
      return to - from === 1 ? `${from}, ${to}` : `${from}–${to}`;
    })
    .join(", ");
}

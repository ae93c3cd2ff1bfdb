import { useLingui } from "@lingui/react/macro";
import type { CentreSettings } from "@luot/hub-client";
import { textOf, useLanguage } from "@luot/i18n";
import { type Choice, numbered } from "./choices.ts";

/** Stands for "no reason of priority" among the choices. */
const NO_REASON = "none";

/** Things of the settings, numbered, by their names in the language of the screen. */
export function useNames(
  all: readonly {
    readonly id: string;
    readonly name: { readonly vi: string; readonly en: string };
  }[],
): readonly Choice[] {
  const { language } = useLanguage();
  return numbered(all.map(({ id, name }) => ({ id, name: textOf(name, language) })));
}

/** The reasons of priority, and none of them under 0. */
export function usePriorityChoices({ priorityReasons }: CentreSettings): readonly Choice[] {
  const { t } = useLingui();
  const reasons = useNames(priorityReasons);
  return [{ id: NO_REASON, code: "0", name: t`Không ưu tiên` }, ...reasons];
}

/** The choice of a reason, `null` for none. */
export function choiceOfReason(reason: string | null): string {
  return reason ?? NO_REASON;
}

/** The reason of a choice, `null` for none. */
export function reasonOfChoice(id: string): string | null {
  return id === NO_REASON ? null : id;
}

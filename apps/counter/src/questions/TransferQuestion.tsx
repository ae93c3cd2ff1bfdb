import { useLingui } from "@lingui/react/macro";
import { counterText, textOf, useLanguage } from "@luot/i18n";
import type { ReactNode } from "react";
import { ChoiceDialog } from "./ChoiceDialog.tsx";
import type { Choice } from "./choices.ts";
import type { QuestionProps } from "./QuestionProps.ts";

/** Where the citizen goes next: counters by their number, services by a number that starts with 0. */
export function TransferQuestion(props: QuestionProps): ReactNode {
  const { settings, counterId, wishes, ask } = props;
  const { t } = useLingui();
  const { i18n, language } = useLanguage();
  const counters: readonly Choice[] = settings.counters
    .filter(({ id }) => id !== counterId)
    .map(({ id, number, name }) => ({
      id: `counter:${id}`,
      code: String(number),
      name: [counterText(i18n, number), ...(name === null ? [] : [textOf(name, language)])].join(
        " · ",
      ),
    }));
  const services: readonly Choice[] = settings.services.map(({ id, name }, i) => ({
    id: `service:${id}`,
    code: `0${i + 1}`,
    name: textOf(name, language),
    note: t`dịch vụ`,
  }));
  return (
    <ChoiceDialog
      title={t`Chuyển đến đâu? (giữ nguyên giờ lấy số)`}
      choices={[...counters, ...services]}
      hasSearch
      onClose={() => ask(null)}
      onChoose={(target) => {
        ask(null);
        wishes.transfer(target);
      }}
    />
  );
}

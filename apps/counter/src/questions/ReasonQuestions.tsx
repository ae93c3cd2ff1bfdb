import { useLingui } from "@lingui/react/macro";
import { outcomeText, useLanguage } from "@luot/i18n";
import type { ReactNode } from "react";
import { OUTCOMES } from "../desk/OutcomeChoice.tsx";
import { ChoiceDialog } from "./ChoiceDialog.tsx";
import { numbered } from "./choices.ts";
import type { QuestionProps } from "./QuestionProps.ts";
import { useNames } from "./useNames.ts";

/** Why the current ticket is set aside. */
export function ParkQuestion({ settings, wishes, ask }: QuestionProps): ReactNode {
  const { t } = useLingui();
  return (
    <ChoiceDialog
      title={t`Gác lại vì lý do gì?`}
      choices={useNames(settings.parkReasons)}
      onClose={() => ask(null)}
      onChoose={(reason) => {
        ask(null);
        wishes.park(reason);
      }}
    />
  );
}

/** Why the counter has a break. */
export function PauseQuestion({ settings, wishes, ask }: QuestionProps): ReactNode {
  const { t } = useLingui();
  return (
    <ChoiceDialog
      title={t`Tạm nghỉ vì lý do gì?`}
      choices={useNames(settings.pauseReasons)}
      onClose={() => ask(null)}
      onChoose={(reason) => {
        ask(null);
        wishes.pause(reason);
      }}
    />
  );
}

/** How the visit ended; Enter alone takes what was chosen before. */
export function FinishQuestion({ outcome, wishes, ask }: QuestionProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  return (
    <ChoiceDialog
      title={t`Hoàn thành với kết quả nào?`}
      choices={numbered(OUTCOMES.map((id) => ({ id, name: outcomeText(i18n, id) })))}
      preferred={outcome}
      onClose={() => ask(null)}
      onChoose={(id) => {
        ask(null);
        const chosen = OUTCOMES.find((one) => one === id);
        if (chosen !== undefined) wishes.finish(chosen);
      }}
    />
  );
}

import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { ChoiceDialog } from "./ChoiceDialog.tsx";
import type { QuestionProps } from "./QuestionProps.ts";
import { reasonOfChoice, useNames, usePriorityChoices } from "./useNames.ts";

/** For which service a number is given at the counter. */
export function IssueQuestion({ settings, ask }: QuestionProps): ReactNode {
  const { t } = useLingui();
  return (
    <ChoiceDialog
      title={t`Cấp số cho dịch vụ nào?`}
      choices={useNames(settings.services)}
      hasSearch
      onClose={() => ask(null)}
      onChoose={(serviceId) => ask({ kind: "issue-class", serviceId })}
    />
  );
}

/** Whether that number has priority. */
export function IssueClassQuestion(
  props: QuestionProps & { readonly serviceId: string },
): ReactNode {
  const { settings, serviceId, wishes, ask } = props;
  const { t } = useLingui();
  return (
    <ChoiceDialog
      title={t`Có thuộc diện ưu tiên không?`}
      choices={usePriorityChoices(settings)}
      onClose={() => ask(null)}
      onChoose={(id) => {
        ask(null);
        wishes.issue(serviceId, reasonOfChoice(id));
      }}
    />
  );
}

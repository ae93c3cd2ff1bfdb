import { useLingui } from "@lingui/react/macro";
import type { DeskTicket } from "@luot/hub-client";
import { Button, Dialog } from "@luot/ui";
import type { ReactNode } from "react";
import { ChoiceDialog } from "./ChoiceDialog.tsx";
import { type Choice, digitsOf, numbered } from "./choices.ts";
import type { QuestionProps } from "./QuestionProps.ts";
import { choiceOfReason, reasonOfChoice, useNames, usePriorityChoices } from "./useNames.ts";

type TicketProps = QuestionProps & { readonly ticket: DeskTicket };

/** Whom to call out of the order: A012 is found by 12 too. */
export function WhomQuestion({ waiting, absent, ask }: QuestionProps): ReactNode {
  const { t } = useLingui();
  const note = t`vắng mặt`;
  return (
    <ChoiceDialog
      title={t`Gọi số nào?`}
      choices={[
        ...waiting.map(choiceOf),
        ...absent.map((ticket) => ({ ...choiceOf(ticket), note })),
      ]}
      hasSearch
      onClose={() => ask(null)}
      onChoose={(id) => {
        const ticket = [...waiting, ...absent].find((one) => one.id === id);
        ask(ticket === undefined ? null : { kind: "call-reason", ticket });
      }}
    />
  );
}

/** Why somebody is called before others. */
export function CallReasonQuestion({ ticket, settings, wishes, ask }: TicketProps): ReactNode {
  const { t } = useLingui();
  const { label } = ticket;
  return (
    <ChoiceDialog
      title={t`Gọi ${label} trước lượt vì lý do gì?`}
      choices={useNames(settings.callReasons)}
      onClose={() => ask(null)}
      onChoose={(reason) => {
        ask(null);
        wishes.call(ticket.id, reason);
      }}
    />
  );
}

/** What can be done with somebody in the queue. */
export function TicketMenu({ ticket, ask, mayCallChosen }: TicketProps): ReactNode {
  const { t } = useLingui();
  const { label } = ticket;
  const choices = [
    ...(mayCallChosen ? [{ id: "call-reason" as const, name: t`Gọi số này trước lượt` }] : []),
    { id: "priority" as const, name: t`Đổi diện ưu tiên` },
    { id: "cancel" as const, name: t`Hủy số này` },
  ];
  return (
    <ChoiceDialog
      title={t`Số ${label}`}
      choices={numbered(choices)}
      onClose={() => ask(null)}
      onChoose={(id) => {
        const chosen = choices.find((choice) => choice.id === id);
        ask(chosen === undefined ? null : { kind: chosen.id, ticket });
      }}
    />
  );
}

/** In which class somebody waits. */
export function PriorityQuestion({ ticket, settings, wishes, ask }: TicketProps): ReactNode {
  const { t } = useLingui();
  const { label } = ticket;
  return (
    <ChoiceDialog
      title={t`Diện ưu tiên của ${label}`}
      choices={usePriorityChoices(settings)}
      preferred={choiceOfReason(ticket.reason)}
      onClose={() => ask(null)}
      onChoose={(id) => {
        ask(null);
        wishes.setPriority(ticket.id, reasonOfChoice(id));
      }}
    />
  );
}

/** Whether a number is really to be given up: that can't be taken back. */
export function CancelQuestion({ ticket, wishes, ask }: TicketProps): ReactNode {
  const { t } = useLingui();
  const { label } = ticket;
  const cancel = (): void => {
    ask(null);
    wishes.cancel(ticket.id);
  };
  return (
    <Dialog
      title={t`Hủy số ${label}?`}
      isOpen
      onClose={() => ask(null)}
      testId="cancel-question"
      actions={
        <>
          <Button variant="quiet" onPress={() => ask(null)}>{t`Giữ lại`}</Button>
          <Button variant="danger" testId="confirm-cancel" onPress={cancel}>{t`Hủy số`}</Button>
        </>
      }
    >
      <p>{t`Số đã hủy không gọi lại được; công dân phải lấy số mới.`}</p>
    </Dialog>
  );
}

function choiceOf({ id, label }: DeskTicket): Choice {
  return { id, name: label, code: digitsOf(label) };
}

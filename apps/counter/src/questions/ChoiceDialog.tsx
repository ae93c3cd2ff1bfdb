import { useLingui } from "@lingui/react/macro";
import { Button, Dialog } from "@luot/ui";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { Button as AriaButton, Input, Label, TextField } from "react-aria-components";
import { focusAtStart } from "../screens/focusAtStart.ts";
import { type Choice, matchChoices } from "./choices.ts";
import styles from "./ChoiceDialog.module.css";

export interface ChoiceDialogProps {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
  /** Chosen by Enter alone. */
  readonly preferred?: string;
  /** For long lists: a field to type a code or a name. */
  readonly hasSearch?: boolean;
}

/** A question whose answers are chosen by a digit, by typing, or by pressing them. */
export function ChoiceDialog(props: ChoiceDialogProps): ReactNode {
  const { title, choices, onChoose, onClose, preferred, hasSearch = false } = props;
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const shown = hasSearch ? matchChoices(choices, typed) : choices;
  const first = shown[0];
  const isFirst = (id: string, i: number): boolean =>
    !hasSearch && (preferred === undefined ? i === 0 : preferred === id);
  const pressed = (event: KeyboardEvent): void => {
    const chosen = choices.find(({ code }) => code === event.key);
    if (hasSearch || event.repeat || chosen === undefined) return;
    event.preventDefault();
    onChoose(chosen.id);
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={<Button variant="quiet" onPress={onClose}>{t`Thôi (Esc)`}</Button>}
      testId="choice-dialog"
    >
      <div className={styles["body"]} onKeyDown={pressed} role="presentation">
        {hasSearch && (
          <TextField
            className={styles["search"] ?? ""}
            value={typed}
            onChange={setTyped}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || typed.trim() === "" || first === undefined)
                return event.continuePropagation();
              // Else the same Enter would press what the next question focuses.
              event.preventDefault();
              return onChoose(first.id);
            }}
          >
            <Label>{t`Gõ số hoặc tên, rồi Enter`}</Label>
            <Input
              ref={focusAtStart}
              className={styles["input"] ?? ""}
              data-testid="choice-search"
            />
          </TextField>
        )}
        <ul className={styles["list"]}>
          {shown.map(({ id, code, name, note }, i) => (
            <li key={id}>
              <AriaButton
                className={styles["choice"] ?? ""}
                onPress={() => onChoose(id)}
                {...(isFirst(id, i) ? { ref: focusAtStart } : {})}
                data-testid={`choice-${id}`}
              >
                <kbd className={styles["code"]}>{code}</kbd>
                <span>{name}</span>
                {note !== undefined && <span className={styles["note"]}>{note}</span>}
              </AriaButton>
            </li>
          ))}
          {shown.length === 0 && <li className={styles["note"]}>{t`Không tìm thấy.`}</li>}
        </ul>
      </div>
    </Dialog>
  );
}

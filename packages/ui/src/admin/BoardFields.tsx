import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Input, Label, TextField } from "react-aria-components";
import styles from "./Admin.module.css";
import type { BoardSeen } from "./AdminSeen.ts";
import type { BoardDraft } from "./boardDraft.ts";

const LONGEST = 7;

export interface BoardFieldsProps {
  readonly draft: BoardDraft;
  readonly onChange: (draft: BoardDraft) => void;
  /** What the ids for tests begin with. */
  readonly testId: string;
}

/** Asks what a status board tells, and how it hangs: its letters are made as large as that takes. */
export function BoardFields({ draft, onChange, testId }: BoardFieldsProps): ReactNode {
  const { t } = useLingui();
  const periods: readonly (readonly [BoardSeen["period"], string])[] = [
    ["day", t({ message: "Trong ngày", context: "board" })],
    ["month", t({ message: "Trong tháng", context: "board" })],
    ["quarter", t({ message: "Trong quý", context: "board" })],
    ["year", t({ message: "Trong năm", context: "board" })],
  ];
  return (
    <div className={styles["board"]}>
      <NumberField
        label={t`Đường chéo (inch)`}
        value={draft.diagonal}
        onChange={(diagonal) => onChange({ ...draft, diagonal })}
        testId={`${testId}-diagonal`}
      />
      <NumberField
        label={t`Chỗ ngồi xa nhất (m)`}
        value={draft.distance}
        onChange={(distance) => onChange({ ...draft, distance })}
        testId={`${testId}-distance`}
      />
      <label className={styles["field"]}>
        {t`Kỳ số liệu`}
        <select
          className={styles["input"]}
          value={draft.period}
          onChange={({ target }) =>
            onChange({ ...draft, period: target.value as BoardSeen["period"] })
          }
          data-testid={`${testId}-period`}
        >
          {periods.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly testId: string;
}

function NumberField({ label, value, onChange, testId }: NumberFieldProps): ReactNode {
  return (
    <TextField className={styles["field"] ?? ""} value={value} onChange={onChange}>
      <Label>{label}</Label>
      <Input
        className={styles["input"] ?? ""}
        inputMode="decimal"
        maxLength={LONGEST}
        autoComplete="off"
        data-testid={testId}
      />
    </TextField>
  );
}

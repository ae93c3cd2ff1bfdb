import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import { Button } from "../controls/Button.tsx";
import styles from "./Admin.module.css";
import type { SleepSeen } from "./AdminSeen.ts";

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/u;

export interface SetSleepProps {
  readonly sleep: SleepSeen | null;
  readonly save: (sleep: SleepSeen | null) => void;
  readonly onBack: () => void;
}

/** Asks when a wall is dark. */
export function SetSleep({ sleep, save, onBack }: SetSleepProps): ReactNode {
  const { t } = useLingui();
  const [from, setFrom] = useState(sleep?.from ?? "18:00");
  const [to, setTo] = useState(sleep?.to ?? "06:30");
  const isGood = TIME.test(from) && TIME.test(to) && from !== to;
  return (
    <div className={styles["form"]} data-testid="set-sleep">
      <h1>{t`Giờ tắt màn hình`}</h1>
      <p className={styles["note"]}>{t`Theo đồng hồ của máy này. Màn hình tự sáng lại.`}</p>
      <div className={styles["times"]}>
        <TimeField label={t`Tắt từ`} value={from} onChange={setFrom} testId="sleep-from" />
        <TimeField label={t`Sáng lại lúc`} value={to} onChange={setTo} testId="sleep-to" />
      </div>
      <div className={styles["choices"]}>
        <Button
          variant="primary"
          size="large"
          isDisabled={!isGood}
          onPress={() => save({ from, to })}
          testId="sleep-save"
        >
          {t`Lưu giờ tắt`}
        </Button>
        <Button variant="secondary" size="large" onPress={() => save(null)} testId="sleep-none">
          {t`Không bao giờ tắt`}
        </Button>
        <Button variant="quiet" size="large" onPress={onBack} testId="sleep-back">
          {t`Quay lại`}
        </Button>
      </div>
    </div>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly testId: string;
}

function TimeField({ label, value, onChange, testId }: TimeFieldProps): ReactNode {
  return (
    <TextField className={styles["field"] ?? ""} value={value} onChange={onChange}>
      <Label>{label}</Label>
      <Input
        className={styles["input"] ?? ""}
        placeholder="18:00"
        maxLength={5}
        autoComplete="off"
        data-testid={testId}
      />
    </TextField>
  );
}

import { useLingui } from "@lingui/react/macro";
import type { ErrorCode } from "@luot/contract";
import { Button } from "@luot/ui";
import { Lock } from "lucide-react";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import { FrozenNotice } from "../offline/FrozenNotice.tsx";
import type { OfficerDesk } from "../officer/useOfficer.ts";
import { focusAtStart } from "./focusAtStart.ts";
import styles from "./Form.module.css";
import { Refusal } from "./Refusal.tsx";

const PIN = /^\d{4,8}$/;

export interface LockedProps {
  readonly desk: OfficerDesk;
  readonly name: string;
  readonly isInStep: boolean;
}

/** The officer stepped away: nothing of the queue is shown until the PIN is typed. */
export function Locked({ desk, name, isInStep }: LockedProps): ReactNode {
  const { t } = useLingui();
  const [pin, setPin] = useState("");
  const [refused, setRefused] = useState<ErrorCode | "disconnected" | null>(null);

  async function unlock(): Promise<void> {
    if (!PIN.test(pin)) return;
    setPin("");
    const answer = await desk.unlock(pin);
    if (!answer.ok) setRefused(answer.code);
  }

  return (
    <div className={styles["page"]}>
      {!isInStep && <FrozenNotice was="locked" />}
      <form
        className={styles["card"]}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <Lock aria-hidden size="2.5rem" />
        <h1>{t`Màn hình đang khóa`}</h1>
        <p className={styles["soft"]}>{name}</p>
        {refused === "wrong_credentials" ? (
          <p role="alert">{t`Mã PIN không đúng. Vui lòng nhập lại.`}</p>
        ) : (
          refused !== null && <Refusal code={refused} />
        )}
        <TextField
          className={styles["field"] ?? ""}
          type="password"
          inputMode="numeric"
          value={pin}
          onChange={setPin}
          autoComplete="off"
          maxLength={8}
        >
          <Label>{t`Mã PIN (4–8 chữ số)`}</Label>
          <Input ref={focusAtStart} className={styles["input"] ?? ""} data-testid="pin" />
        </TextField>
        <input type="submit" hidden />
        <Button
          variant="primary"
          size="large"
          isDisabled={!PIN.test(pin) || !isInStep}
          onPress={() => void unlock()}
          testId="unlock"
        >
          {t`Mở khóa`}
        </Button>
      </form>
    </div>
  );
}

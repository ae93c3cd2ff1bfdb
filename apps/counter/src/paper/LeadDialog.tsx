import { useLingui } from "@lingui/react/macro";
import type { Lead } from "@luot/contract";
import { Button, Dialog } from "@luot/ui";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import { useOffline } from "../offline/OfflineContext.tsx";
import { checkPin } from "../offline/pin/checkPin.ts";
import { focusAtStart } from "../screens/focusAtStart.ts";
import styles from "./LeadDialog.module.css";

const PIN = /^\d{4,8}$/;

export interface LeadDialogProps {
  readonly onClose: () => void;
  /** Told whose PIN it was. */
  readonly onAllowed: (name: string) => void;
}

/** A supervisor lets this counter go on without the hub, by the own PIN. */
export function LeadDialog({ onClose, onAllowed }: LeadDialogProps): ReactNode {
  const { t } = useLingui();
  const { store } = useOffline();
  const [leads] = useState(() => store.leads());
  const [lead, setLead] = useState<Lead | undefined>(leads[0]);
  const [pin, setPin] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const canCheck = lead !== undefined && PIN.test(pin) && !isBusy;

  async function check(): Promise<void> {
    if (!canCheck) return;
    setIsBusy(true);
    setPin("");
    const outcome = await checkPin(store, lead, pin);
    setIsBusy(false);
    if (outcome.kind === "right") return onAllowed(lead.name);
    const seconds = outcome.kind === "wait" ? Math.ceil(outcome.ms / 1_000) : 0;
    setProblem(
      outcome.kind === "wrong"
        ? t`Mã PIN không đúng.`
        : t`Nhập sai nhiều lần. Thử lại sau ${seconds} giây.`,
    );
  }

  return (
    <Dialog
      title={t`Trưởng ca cho phép chế độ giấy`}
      isOpen
      onClose={onClose}
      testId="lead-dialog"
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>{t`Thôi (Esc)`}</Button>
          <Button
            variant="primary"
            isDisabled={!canCheck}
            onPress={() => void check()}
            testId="allow-paper"
          >{t`Bật chế độ giấy`}</Button>
        </>
      }
    >
      {lead === undefined ? (
        <p>{t`Quầy chưa nhận được danh sách trưởng ca từ máy chủ, nên không bật được.`}</p>
      ) : (
        <form
          className={styles["form"]}
          onSubmit={(event: SubmitEvent) => {
            event.preventDefault();
            void check();
          }}
        >
          <p>{t`Quầy sẽ gọi theo danh sách của riêng mình; cán bộ gọi số bằng lời.`}</p>
          <p>{t`Chỉ bật khi cả trung tâm mất máy chủ. Nếu các quầy khác vẫn gọi được, một số có thể bị gọi hai nơi.`}</p>
          <label className={styles["field"]}>
            <span>{t`Trưởng ca`}</span>
            <select
              className={styles["input"]}
              value={lead.officerId}
              onChange={({ target }) =>
                setLead(leads.find(({ officerId }) => officerId === target.value))
              }
              data-testid="lead"
            >
              {leads.map(({ officerId, name }) => (
                <option key={officerId} value={officerId}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <TextField
            className={styles["field"] ?? ""}
            type="password"
            inputMode="numeric"
            value={pin}
            onChange={setPin}
            autoComplete="off"
            maxLength={8}
          >
            <Label>{t`Mã PIN của trưởng ca`}</Label>
            <Input ref={focusAtStart} className={styles["input"] ?? ""} data-testid="lead-pin" />
          </TextField>
          <p role="alert" className={styles["problem"]}>
            {isBusy ? t`Đang kiểm tra…` : problem}
          </p>
          <input type="submit" hidden />
        </form>
      )}
    </Dialog>
  );
}

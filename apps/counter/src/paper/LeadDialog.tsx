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
  readonly title: string;
  /** What is on the button. */
  readonly allow: string;
  /** What the supervisor is to know first. */
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** Told whose PIN it was. */
  readonly onAllowed: (name: string) => void;
}

/** A supervisor lets this counter do something without asking the hub, by the own PIN. */
export function LeadDialog(props: LeadDialogProps): ReactNode {
  const { title, allow, children, onClose, onAllowed } = props;
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
      title={title}
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
          >
            {allow}
          </Button>
        </>
      }
    >
      {lead === undefined ? (
        <p>{t`Quầy chưa nhận được danh sách trưởng ca từ máy chủ, nên không kiểm tra được mã PIN.`}</p>
      ) : (
        <form
          className={styles["form"]}
          onSubmit={(event: SubmitEvent) => {
            event.preventDefault();
            void check();
          }}
        >
          {children}
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

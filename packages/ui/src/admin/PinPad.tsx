import { useLingui } from "@lingui/react/macro";
import { Delete } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "../controls/Button.tsx";
import styles from "./Admin.module.css";
import { usePinKeys } from "./usePinKeys.ts";

const MIN_DIGITS = 6;
const MAX_DIGITS = 10;
const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

export interface PinPadProps {
  readonly title: string;
  /** What to know, or what was wrong. */
  readonly note: ReactNode;
  readonly isBusy: boolean;
  readonly onPin: (pin: string) => void;
  /** The word on the way out, and where it leads. */
  readonly leave: { readonly word: string; readonly onPress: () => void } | null;
}

/** A pad for a PIN, by touch and by keyboard. The digits are never shown. */
export function PinPad({ title, note, isBusy, onPin, leave }: PinPadProps): ReactNode {
  const { t } = useLingui();
  const [pin, setPin] = useState("");
  const canSend = !isBusy && pin.length >= MIN_DIGITS;
  const add = (digit: string): void => setPin((now) => `${now}${digit}`.slice(0, MAX_DIGITS));
  const cut = (): void => setPin((now) => now.slice(0, -1));
  const send = (): void => {
    if (!canSend) return;
    setPin("");
    onPin(pin);
  };
  usePinKeys({
    onDigit: add,
    onBack: cut,
    onEnter: send,
    onLeave: () => leave?.onPress(),
  });
  return (
    <div className={`${styles["form"]} ${styles["pin"]}`} data-testid="pin-pad">
      <h1>{title}</h1>
      <div className={styles["note"]}>{note}</div>
      <output className={styles["dots"]} aria-label={t`Đã nhập ${pin.length} chữ số`}>
        <span aria-hidden data-testid="pin-dots">
          {"●".repeat(pin.length)}
        </span>
      </output>
      <div className={styles["pad"]}>
        {DIGITS.map((digit) => (
          <PadKey key={digit} onPress={() => add(digit)} testId={`pin-${digit}`}>
            {digit}
          </PadKey>
        ))}
        <PadKey onPress={cut} label={t`Xóa một chữ`} testId="pin-back">
          <Delete aria-hidden size="1.2em" />
        </PadKey>
        <PadKey onPress={() => add("0")} testId="pin-0">
          0
        </PadKey>
        <PadKey onPress={send} isDisabled={!canSend} isMain testId="pin-ok">
          OK
        </PadKey>
      </div>
      {leave !== null && (
        <Button variant="quiet" size="large" onPress={leave.onPress} testId="pin-leave">
          {leave.word}
        </Button>
      )}
    </div>
  );
}

interface PadKeyProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly testId: string;
  readonly label?: string;
  readonly isDisabled?: boolean;
  readonly isMain?: boolean;
}

/** Not a button with a lock against double touches: a PIN may have a digit twice. */
function PadKey(props: PadKeyProps): ReactNode {
  const { children, onPress, testId, label, isDisabled, isMain } = props;
  return (
    <button
      type="button"
      className={`${styles["key"]} ${isMain === true ? styles["send"] : ""}`}
      disabled={isDisabled === true}
      onClick={onPress}
      data-testid={testId}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {children}
    </button>
  );
}

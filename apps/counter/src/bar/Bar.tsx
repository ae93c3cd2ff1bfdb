import { useLingui } from "@lingui/react/macro";
import { type ConnectionWord, connectionText, useLanguage } from "@luot/i18n";
import { CircleCheck, LoaderCircle, Maximize2, X } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import type { RemoteAction } from "../remote/BarState.ts";
import styles from "./Bar.module.css";
import { BarButton } from "./BarButton.tsx";
import { useBarState } from "./useBarState.ts";

export interface BarProps {
  readonly counterId: string;
  /** Brings the counter's window to the front. */
  readonly onShowWindow: () => void;
  readonly onHide: () => void;
}

/** The small bar in front of other programs: who is here, who waits, and the four main actions. */
export function Bar({ counterId, onShowWindow, onHide }: BarProps): ReactNode {
  const { t } = useLingui();
  const { i18n, language, setLanguage } = useLanguage();
  const { state, act } = useBarState(counterId);
  const wanted = state?.language ?? language;
  useEffect(() => {
    if (wanted !== language) setLanguage(wanted);
  });
  const label = state?.label ?? null;
  const waiting = state?.waiting ?? null;
  const word = state?.word ?? "connecting";
  const note = state === null ? t`Cửa sổ quầy chưa trả lời` : state.note;
  const words: Readonly<Record<RemoteAction, string>> = {
    next: t`Gọi tiếp`,
    recall: t`Gọi lại`,
    "no-show": t`Vắng`,
    finish: t`Xong`,
  };
  return (
    <main className={styles["bar"]} data-testid="bar">
      <div className={styles["top"]}>
        <strong className={styles["label"]} data-testid="bar-label">
          {label ?? "—"}
        </strong>
        <div className={styles["facts"]}>
          <span className={styles["place"]}>{state?.place}</span>
          <span className={styles["fact"]} data-testid="bar-waiting">
            {waiting === null ? "" : t`Chờ: ${{ count: waiting }}`}
          </span>
        </div>
        <Mark word={word} text={connectionText(i18n, word)} />
        <BarButton label={t`Mở cửa sổ quầy`} onPress={onShowWindow} testId="bar-window">
          <Maximize2 aria-hidden size="1rem" />
        </BarButton>
        <BarButton label={t`Ẩn thanh nhỏ`} onPress={onHide} testId="bar-hide">
          <X aria-hidden size="1rem" />
        </BarButton>
      </div>
      {note !== null && (
        <output className={styles["note"]} data-testid="bar-note">
          {note}
        </output>
      )}
      <div className={styles["actions"]}>
        {(Object.keys(words) as RemoteAction[]).map((action) => (
          <BarButton
            key={action}
            label={words[action]}
            isMain={action === "next"}
            isDisabled={state === null || !state.possible.includes(action)}
            onPress={() => act(action)}
            testId={`bar-${action}`}
          >
            {words[action]}
          </BarButton>
        ))}
      </div>
    </main>
  );
}

function Mark({ word, text }: { readonly word: ConnectionWord; readonly text: string }): ReactNode {
  const Icon = word === "live" ? CircleCheck : LoaderCircle;
  return (
    <span
      className={word === "live" ? styles["live"] : styles["lost"]}
      title={text}
      data-testid="bar-connection"
      data-state={word}
    >
      <Icon aria-label={text} size="1.1rem" />
    </span>
  );
}

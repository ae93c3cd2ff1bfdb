import { useLingui } from "@lingui/react/macro";
import type { CentreSettings, DisplayView } from "@luot/hub-client";
import { counterStatusText, countersText, counterText, textOf, useLanguage } from "@luot/i18n";
import { BellRing, CircleCheck, Coffee, DoorClosed, UserRoundCheck } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./CounterSign.module.css";
import { type Sign, signOf } from "./signOf.ts";

export interface CounterSignProps {
  readonly view: DisplayView;
  readonly settings: CentreSettings;
  readonly counterId: string;
}

const ICONS = {
  calling: BellRing,
  serving: UserRoundCheck,
  free: CircleCheck,
  paused: Coffee,
  closed: DoorClosed,
} as const;

/** The sign over one counter: its number, and who is called or served. */
export function CounterSign({ view, settings, counterId }: CounterSignProps): ReactNode {
  const { i18n, language } = useLanguage();
  const counter = settings.counters.find(({ id }) => id === counterId);
  const sign = signOf(view, settings, counterId);
  const Icon = ICONS[sign.kind];
  const status = useStatus(sign);
  return (
    <div className={`${styles["sign"]} ${styles[sign.kind]}`}>
      <p className={styles["counter"]}>
        <strong>{counter === undefined ? counterId : counterText(i18n, counter.number)}</strong>
        {counter !== undefined && counter.name !== null && (
          <span>{textOf(counter.name, language)}</span>
        )}
      </p>
      <p className={styles["number"]}>
        {"label" in sign ? (
          <strong
            key={`${sign.label}/${sign.callSeq}`}
            className={styles["label"]}
            data-testid="now-label"
          >
            {sign.label}
          </strong>
        ) : (
          <Icon aria-hidden className={styles["big-icon"]} />
        )}
      </p>
      <p className={styles["status"]} data-testid="sign-status" data-sign={sign.kind}>
        <Icon aria-hidden size="1em" />
        {status}
      </p>
      {"elsewhere" in sign && <Elsewhere numbers={sign.elsewhere} />}
    </div>
  );
}

function Elsewhere({ numbers }: { readonly numbers: readonly number[] }): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  if (numbers.length === 0) return null;
  const counters = countersText(i18n, numbers);
  return <p className={styles["elsewhere"]}>{t`Việc này còn làm ở: ${counters}`}</p>;
}

function useStatus({ kind }: Sign): string {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  if (kind === "paused" || kind === "closed") return counterStatusText(i18n, kind);
  if (kind === "free") return t`Xin chờ đến lượt`;
  return kind === "calling" ? t`Đang mời` : t`Đang phục vụ`;
}

import type { DossierView } from "@luot/contract";
import { dossierStepText, formatDate, useLanguage } from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import { Circle, CircleCheck, CircleDot, CirclePause } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./Timeline.module.css";

const ICONS = { done: CircleCheck, now: CircleDot, blocked: CirclePause, ahead: Circle } as const;

/** Refused, withdrawn, stopped. */
const ENDED: ReadonlySet<string> = new Set(["3", "7", "8"]);

type Step = DossierView["timeline"][number];

/** The way of a dossier: what is behind it, where it is, what is to come. */
export function Timeline(props: {
  readonly dossier: DossierView;
  readonly timeZone: string;
}): ReactNode {
  const { dossier, timeZone } = props;
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const states = {
    done: t`Đã xong`,
    now: t`Đang ở đây`,
    blocked: t`Dừng ở đây`,
    ahead: t`Chưa đến`,
  };
  const isEnded = dossier.status !== null && ENDED.has(dossier.status);
  return (
    <ol className={styles["line"]} data-testid="timeline">
      {dossier.timeline.map((step) => {
        const Icon = ICONS[step.state];
        return (
          <li key={step.step} className={`${styles["step"]} ${styles[step.state]}`}>
            <Icon aria-hidden className={styles["icon"]} size="1.9rem" />
            <strong>{dossierStepText(i18n, step.step)}</strong>
            <span className={styles["when"]}>{whenOf(step)}</span>
          </li>
        );
      })}
    </ol>
  );

  function whenOf({ step, state, at }: Step): string {
    const due = dossier.newDueAt ?? dossier.dueAt;
    if (state === "now" || state === "blocked") return states[state];
    if (at !== null && state === "done") return formatDate(at, timeZone);
    if (step === "result" && state === "ahead" && due !== null && dossier.light !== null)
      // The year stands below, with the clock.
      return t`hẹn ${{ date: formatDate(due, timeZone).slice(0, 5) }}`;
    // What ended on its way goes no further.
    return isEnded ? "" : states[state];
  }
}

import type { DossierDetails, DossierView } from "@luot/contract";
import { dossierStatusText, formatDateTime, useLanguage } from "@luot/i18n";
import { Button } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { Check } from "lucide-react";
import type { Dispatch, ReactNode } from "react";
import type { KioskAction } from "../flow/Screen.ts";
import { StepFrame } from "../screens/StepFrame.tsx";
import styles from "./DossierSheet.module.css";
import { shortCode } from "./shortCode.ts";

export interface DossierMoreProps {
  readonly dossier: DossierView;
  readonly details: DossierDetails;
  readonly page: number;
  readonly timeZone: string;
  readonly dispatch: Dispatch<KioskAction>;
}

const PER_PAGE = 8;

/** What the second factor opened: the history, newest first, and where the result is handed out. */
export function DossierMore(props: DossierMoreProps): ReactNode {
  const { dossier, details, timeZone, dispatch } = props;
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const pages = Math.max(1, Math.ceil(details.history.length / PER_PAGE));
  const page = Math.min(props.page, pages - 1);
  const shown = details.history.toReversed().slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  return (
    <StepFrame
      title={t`Hồ sơ ${{ code: shortCode(dossier.code) }}`}
      onBack={() => dispatch({ type: "went-back", hasOneService: false })}
      pager={{ page, pages, onTurn: (next) => dispatch({ type: "turned", page: next }) }}
      ways={
        <Button
          variant="secondary"
          icon={<Check aria-hidden size="1.3em" />}
          onPress={() => dispatch({ type: "ended", at: performance.now() })}
          testId="dossier-done"
        >
          {t`Xong`}
        </Button>
      }
    >
      <dl className={styles["facts"]} data-testid="dossier-more">
        <div>
          <dt>{t`Điện thoại đã khai`}</dt>
          <dd>{details.phone ?? t`Không có`}</dd>
        </div>
        <div>
          <dt>{t`Nơi trả kết quả`}</dt>
          <dd>{details.resultPlace ?? t`Tại trung tâm này`}</dd>
        </div>
      </dl>
      <section className={styles["section"]}>
        <h2>{t`Quá trình giải quyết`}</h2>
        <ol className={styles["history"]}>
          {shown.map(({ status, at }) => (
            <li key={`${at}-${status}`}>
              <time>{formatDateTime(at, timeZone)}</time>
              <strong>{dossierStatusText(i18n, status)}</strong>
            </li>
          ))}
        </ol>
      </section>
    </StepFrame>
  );
}

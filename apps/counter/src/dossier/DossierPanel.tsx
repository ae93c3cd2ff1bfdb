import { useLingui } from "@lingui/react/macro";
import type { CentreSettings } from "@luot/hub-client";
import { formatDateTime } from "@luot/i18n";
import { Banner } from "@luot/ui";
import { RefreshCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { DeskButton } from "../desk/DeskButton.tsx";
import { DossierCard } from "./DossierCard.tsx";
import styles from "./DossierPanel.module.css";
import type { DossiersState } from "./DossiersState.ts";
import type { DossierWishes } from "./DossierWishes.ts";
import { useDossierRefusal } from "./useDossierWords.ts";

export interface DossierPanelProps {
  readonly state: DossiersState;
  readonly settings: CentreSettings;
  readonly mayOpenHolder: boolean;
  readonly isInStep: boolean;
  readonly wishes: DossierWishes;
  /** What came of copying a code; `null` before. */
  readonly copied: { readonly code: string; readonly isDone: boolean } | null;
}

/** Which dossiers go with the number at the counter. It takes no focus and moves no button. */
export function DossierPanel(props: DossierPanelProps): ReactNode {
  const { state, settings, mayOpenHolder, isInStep, wishes, copied } = props;
  const { t } = useLingui();
  const { dossiers, left, holder } = state;
  // Scanned while nobody is here.
  if (state.ticketId === null) return <NotAdded state={state} />;
  return (
    <section
      className={styles["panel"]}
      aria-label={t`Hồ sơ của số này`}
      data-testid="dossier-panel"
    >
      <header className={styles["head"]}>
        <h2 className={styles["title"]}>{t`Hồ sơ của số này`}</h2>
        <DeskButton action="dossier" isPossible={isInStep} onAct={wishes.ask} />
        <output className={styles["soft"]} data-testid="dossier-told">
          <Told state={state} copied={copied} />
        </output>
      </header>
      <NotAdded state={state} />
      {dossiers.map((dossier) => (
        <DossierCard
          key={dossier.ref}
          dossier={dossier}
          settings={settings}
          isNoted={!left.has(dossier.ref)}
          open={holder}
          mayOpenHolder={mayOpenHolder}
          isInStep={isInStep}
          wishes={wishes}
        />
      ))}
      <AsOf state={state} timeZone={settings.calendar.timeZone} />
    </section>
  );
}

/** One quiet line: nothing here may look like an alarm to whoever only calls numbers. */
function Told({ state, copied }: Pick<DossierPanelProps, "state" | "copied">): ReactNode {
  const { t } = useLingui();
  const { found, dossiers, adding } = state;
  if (copied !== null)
    return copied.isDone ? t`Đã chép mã ${{ code: copied.code }}.` : t`Chưa chép được mã.`;
  if (adding.status === "asking" || found === "asking") return t`Đang hỏi hồ sơ…`;
  if (found === "unavailable")
    return t`Chưa hỏi được dữ liệu hồ sơ; máy tự hỏi lại. Gọi số vẫn như thường.`;
  return dossiers.length === 0 ? t`Số này chưa gắn với hồ sơ nào.` : null;
}

function NotAdded({ state }: Pick<DossierPanelProps, "state">): ReactNode {
  const refusal = useDossierRefusal();
  if (state.adding.status !== "refused") return null;
  const { what, next } = refusal(state.adding.why);
  return (
    <Banner kind="warning" title={what} testId="dossier-refusal">
      {next}
    </Banner>
  );
}

interface AsOfProps extends Pick<DossierPanelProps, "state"> {
  /** IANA name. */
  readonly timeZone: string;
}

/** How old what is shown is: of several the oldest. */
function AsOf({ state, timeZone }: AsOfProps): ReactNode {
  const { t } = useLingui();
  const { dossiers } = state;
  if (dossiers.length === 0) return null;
  const isStale = dossiers.some((dossier) => dossier.isStale);
  const at = formatDateTime(Math.min(...dossiers.map(({ asOf }) => asOf)), timeZone);
  const Icon = isStale ? TriangleAlert : RefreshCw;
  return (
    <p className={isStale ? styles["stale"] : styles["soft"]} data-testid="dossier-as-of">
      <Icon aria-hidden size="1.1em" />
      {t`Dữ liệu cập nhật lúc ${at}.`}
      {isStale && ` ${t`Dữ liệu đã cũ: hỏi lại cơ quan giải quyết trước khi trả lời.`}`}
    </p>
  );
}

import { useLingui } from "@lingui/react/macro";
import type { DossierView } from "@luot/contract";
import { Button, useNow } from "@luot/ui";
import { Building2, Eye, EyeOff, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import type { DossierWishes } from "./DossierWishes.ts";
import type { OpenHolder } from "./DossiersState.ts";
import styles from "./Holder.module.css";
import { useDossierRefusal } from "./useDossierWords.ts";

const TICK_MS = 500;

export interface HolderProps {
  readonly dossier: DossierView;
  readonly open: OpenHolder;
  /** Officers without the right are not offered it. */
  readonly mayOpen: boolean;
  readonly isInStep: boolean;
  readonly wishes: DossierWishes;
}

/** Whose dossier it is: masked, and in full for a while to an officer with the right. */
export function Holder(props: HolderProps): ReactNode {
  const { dossier, open, mayOpen, isInStep, wishes } = props;
  const { t } = useLingui();
  const refusal = useDossierRefusal();
  const isThis = open.status !== "closed" && open.ref === dossier.ref;
  if (isThis && open.status === "shown")
    return <InFull holder={open.holder} until={open.until} onHide={wishes.hideHolder} />;
  const refused = isThis && open.status === "refused" ? refusal(open.why) : null;
  return (
    <div className={styles["holder"]}>
      <span>
        {t`Người nộp`}: <strong data-testid="dossier-holder">{dossier.holder ?? "–"}</strong>
      </span>
      {mayOpen && (
        <Button
          variant="quiet"
          icon={<Eye aria-hidden size="1.1em" />}
          isDisabled={!isInStep || open.status === "asking"}
          onPress={() => wishes.openHolder(dossier.ref)}
          testId="open-holder"
        >{t`Xem người nộp`}</Button>
      )}
      {refused !== null && (
        <span role="alert" className={styles["refused"]}>
          {refused.what} {refused.next}
        </span>
      )}
    </div>
  );
}

interface InFullProps {
  readonly holder: Extract<OpenHolder, { status: "shown" }>["holder"];
  /** Own clock, epoch ms. */
  readonly until: number;
  readonly onHide: () => void;
}

function InFull({ holder, until, onHide }: InFullProps): ReactNode {
  const { t } = useLingui();
  const seconds = Math.max(0, Math.ceil((until - useNow(0, TICK_MS)) / 1_000));
  const Icon = holder.kind === "business" ? Building2 : UserRound;
  return (
    <div className={`${styles["holder"]} ${styles["open"]}`} data-testid="holder-open">
      <Icon aria-hidden size="1.2em" />
      <strong>{holder.name}</strong>
      {holder.phone !== null && <span>{t`Điện thoại: ${{ phone: holder.phone }}`}</span>}
      <span className={styles["soft"]}>
        {t`Lần xem này đã được ghi lại. Tự ẩn sau ${seconds} giây.`}
      </span>
      <Button
        variant="quiet"
        icon={<EyeOff aria-hidden size="1.1em" />}
        onPress={onHide}
        testId="hide-holder"
      >{t`Ẩn ngay`}</Button>
    </div>
  );
}

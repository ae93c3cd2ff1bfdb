import { useLingui } from "@lingui/react/macro";
import type { DossierView } from "@luot/contract";
import type { CentreSettings } from "@luot/hub-client";
import { Button } from "@luot/ui";
import { Copy, Square, SquareCheck } from "lucide-react";
import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components";
import styles from "./DossierCard.module.css";
import { DossierFacts } from "./DossierFacts.tsx";
import type { OpenHolder } from "./DossiersState.ts";
import type { DossierWishes } from "./DossierWishes.ts";
import { Holder } from "./Holder.tsx";
import { StatusMark } from "./StatusMark.tsx";

export interface DossierCardProps {
  readonly dossier: DossierView;
  readonly settings: CentreSettings;
  readonly isNoted: boolean;
  readonly open: OpenHolder;
  readonly mayOpenHolder: boolean;
  readonly isInStep: boolean;
  readonly wishes: DossierWishes;
}

/** One dossier of the number at the counter. */
export function DossierCard(props: DossierCardProps): ReactNode {
  const { dossier, settings, isNoted, open, mayOpenHolder, isInStep, wishes } = props;
  const { t } = useLingui();
  const { ref, code, procedure, status } = dossier;
  const Box = isNoted ? SquareCheck : Square;
  return (
    <article className={styles["card"]} data-testid={`dossier-${code}`} aria-label={code}>
      <header className={styles["head"]}>
        <strong className={styles["code"]}>{code}</strong>
        <Button
          variant="quiet"
          icon={<Copy aria-hidden size="1.1em" />}
          onPress={() => wishes.copy(code)}
          label={t`Chép mã ${code}`}
          testId="copy-code"
        >{t`Chép mã`}</Button>
        <StatusMark status={status} />
        <ToggleButton
          className={styles["note"] ?? ""}
          isSelected={isNoted}
          onPress={() => wishes.setNoted(ref, !isNoted)}
          data-testid="note-dossier"
        >
          <Box aria-hidden size="1.2em" />
          {t`Ghi hồ sơ vào lượt này`}
        </ToggleButton>
      </header>
      <div className={styles["what"]}>
        <p className={styles["procedure"]}>
          {[procedure.code, procedure.name].filter((part) => part !== null).join(" · ")}
        </p>
        <Holder
          dossier={dossier}
          open={open}
          mayOpen={mayOpenHolder}
          isInStep={isInStep}
          wishes={wishes}
        />
      </div>
      <DossierFacts dossier={dossier} settings={settings} />
    </article>
  );
}

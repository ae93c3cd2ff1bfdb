import type { PhoneView } from "@luot/hub-client";
import { refusalText, useLanguage } from "@luot/i18n";
import { Banner, Button, Dialog } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useGiveUp } from "../ticket/useGiveUp.ts";
import styles from "./phone.module.css";

/** Gives the number up, after a question: the place in line can't be had again. */
export function GiveUp(props: {
  readonly view: PhoneView;
  readonly isConnected: boolean;
}): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const { view, isConnected } = props;
  const { state, ask, keep, giveUp } = useGiveUp(view.ticketId);
  const refusal = state.status === "refused" ? refusalText(i18n, state.code, {}) : null;
  return (
    <div className={styles["bottom"]}>
      {refusal !== null && (
        <Banner kind="danger" title={refusal.what}>
          {refusal.next}
        </Banner>
      )}
      <Button
        variant="quiet"
        isDisabled={!isConnected || state.status === "sending"}
        onPress={ask}
        testId="give-up"
      >
        {t`Tôi không đợi nữa`}
      </Button>
      <Dialog
        title={t`Hủy số ${{ label: view.label }}?`}
        isOpen={state.status === "asking"}
        onClose={keep}
        testId="give-up-dialog"
        actions={
          <>
            <Button variant="danger" onPress={giveUp} testId="give-up-yes">
              {t`Hủy số`}
            </Button>
            <Button variant="primary" onPress={keep} testId="give-up-no">
              {t`Tiếp tục chờ`}
            </Button>
          </>
        }
      >
        <p>{t`Hủy rồi thì không lấy lại được chỗ này.`}</p>
      </Dialog>
    </div>
  );
}

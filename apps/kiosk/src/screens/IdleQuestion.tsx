import { Button, Dialog } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import type { Dispatch, ReactNode } from "react";
import type { KioskAction } from "../flow/Screen.ts";
import { ANSWER_WITHIN_MS } from "../flow/stays.ts";

/** Asks whether somebody is still there, before the screen starts again for the next person. */
export function IdleQuestion(props: {
  readonly isOpen: boolean;
  readonly dispatch: Dispatch<KioskAction>;
}): ReactNode {
  const { t } = useLingui();
  const { isOpen, dispatch } = props;
  const stay = (): void => dispatch({ type: "stayed", at: performance.now() });
  return (
    <Dialog
      title={t`Ông/bà còn cần dùng máy không?`}
      isOpen={isOpen}
      onClose={stay}
      testId="idle-dialog"
      actions={
        <>
          <Button
            variant="quiet"
            onPress={() => dispatch({ type: "ended", at: performance.now() })}
            testId="idle-end"
          >
            {t`Kết thúc`}
          </Button>
          <Button variant="primary" size="large" onPress={stay} testId="idle-stay">
            {t`Tôi cần thêm thời gian`}
          </Button>
        </>
      }
    >
      <p>{t`Màn hình sẽ bắt đầu lại sau ${{ seconds: ANSWER_WITHIN_MS / 1_000 }} giây.`}</p>
    </Dialog>
  );
}

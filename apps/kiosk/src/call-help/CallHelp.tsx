import { refusalText, useLanguage } from "@luot/i18n";
import { Button, Dialog } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { CircleQuestionMark } from "lucide-react";
import type { ReactNode } from "react";
import { useCallHelp } from "./useCallHelp.ts";

/**
 * Calls a member of staff to the kiosk; always in the same corner.
 *
 * @param isMain where help is what somebody needs most it stands in the middle too, and is large
 */
export function CallHelp({ isMain }: { readonly isMain: boolean }): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const { state, call, close } = useCallHelp();
  const title = {
    idle: "",
    calling: t`Đang gọi cán bộ…`,
    called: t`Đã báo cán bộ hướng dẫn`,
    refused: t`Chưa gọi được cán bộ`,
  };
  return (
    <>
      <Button
        variant={isMain ? "primary" : "secondary"}
        size={isMain ? "large" : "normal"}
        icon={<CircleQuestionMark aria-hidden size="1.4em" />}
        onPress={call}
        testId={isMain ? "call-help-now" : "call-help"}
      >
        {isMain ? t`Gọi cán bộ đến giúp` : t`Cần trợ giúp`}
      </Button>
      <Dialog
        title={title[state.status]}
        isOpen={state.status !== "idle"}
        onClose={close}
        testId="help-dialog"
        actions={
          <Button variant="primary" onPress={close}>
            {t`Đóng`}
          </Button>
        }
      >
        {state.status === "called" && <p>{t`Mời ông/bà chờ tại đây, sẽ có người đến giúp.`}</p>}
        {state.status === "refused" && (
          <p>
            {refusalText(i18n, state.code, {}).what} {t`Mời ông/bà đến gặp cán bộ hướng dẫn.`}
          </p>
        )}
      </Dialog>
    </>
  );
}

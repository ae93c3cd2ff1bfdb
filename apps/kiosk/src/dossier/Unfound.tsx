import { Button } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { Clock, FileSearch, FileX, Unplug } from "lucide-react";
import type { Dispatch, ReactNode } from "react";
import { CallHelp } from "../call-help/CallHelp.tsx";
import type { KioskAction, Refusal, Screen } from "../flow/Screen.ts";
import styles from "../screens/Notice.module.css";
import { StepFrame } from "../screens/StepFrame.tsx";
import own from "./Unfound.module.css";

export interface UnfoundProps {
  readonly screen: Extract<Screen, { readonly step: "unfound" }>;
  /** Whether a number can be taken now. */
  readonly canTake: boolean;
  readonly dispatch: Dispatch<KioskAction>;
}

type Why = "unknown" | "paused" | "cut" | "failed";

const ICONS = { unknown: FileX, paused: Clock, cut: Unplug, failed: FileSearch } as const;

/** No dossier: why, and the ways on. A code nobody knows and one that is not shown are told alike. */
export function Unfound({ screen, canTake, dispatch }: UnfoundProps): ReactNode {
  const { t } = useLingui();
  const why = whyOf(screen.code);
  const { title, text } = useWords(why);
  const Icon = ICONS[why];
  const isHelped = why === "unknown" || why === "paused";
  return (
    <StepFrame title={title} onBack={() => dispatch({ type: "started-again" })}>
      <div className={styles["notice"]} role="alert" data-testid="unfound" data-why={why}>
        <Icon aria-hidden size="5rem" />
        <p>{text}</p>
        <div className={own["ways"]}>
          {why === "paused" ? <CallHelp isMain /> : <TypeAgain {...{ screen, why, dispatch }} />}
          {canTake && (
            <Button
              variant={isHelped ? "secondary" : "primary"}
              size="large"
              onPress={() => dispatch({ type: "started-again" })}
              testId="take-instead"
            >
              {t`Chọn việc và lấy số`}
            </Button>
          )}
        </div>
      </div>
    </StepFrame>
  );
}

function TypeAgain(
  props: Pick<UnfoundProps, "screen" | "dispatch"> & { readonly why: Why },
): ReactNode {
  const { screen, why, dispatch } = props;
  const { t } = useLingui();
  return (
    <Button
      variant={why === "unknown" ? "primary" : "secondary"}
      size="large"
      onPress={() => dispatch({ type: "opened-look-up", text: screen.text })}
      testId="type-again"
    >
      {screen.text === "" ? t`Nhập mã hồ sơ` : t`Sửa lại mã`}
    </Button>
  );
}

function whyOf(code: Refusal): Why {
  if (code === "dossier_not_found") return "unknown";
  if (code === "rate_limited" || code === "too_many_attempts") return "paused";
  return code === "disconnected" ? "cut" : "failed";
}

function useWords(why: Why): { readonly title: string; readonly text: string } {
  const { t } = useLingui();
  const words = {
    unknown: {
      title: t`Chưa tìm thấy hồ sơ này`,
      text: t`Mời ông/bà kiểm tra lại mã, rồi quét lại hoặc nhập mã.`,
    },
    paused: {
      title: t`Máy tạm dừng tra cứu`,
      text: t`Mời ông/bà thử lại sau ít phút, hoặc gặp cán bộ hướng dẫn.`,
    },
    cut: {
      title: t`Chưa trả lời được về hồ sơ này`,
      text: t`Máy đang mất kết nối máy chủ. Mời ông/bà lấy số để gặp cán bộ.`,
    },
    failed: {
      title: t`Chưa tra cứu được lúc này`,
      text: t`Mời ông/bà thử lại sau ít phút, hoặc lấy số để gặp cán bộ.`,
    },
  };
  return words[why];
}

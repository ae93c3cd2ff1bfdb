import { useLingui } from "@lingui/react/macro";
import { Check, Copy, X } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import styles from "./CopyText.module.css";

export interface CopyTextProps {
  readonly text: string;
  /** What the text is, e.g. "Mật khẩu canbo1". */
  readonly label: string;
  readonly testId?: string;
}

const SHOWN_MS = 1_500;
const ICONS = { idle: Copy, done: Check, failed: X } as const;

/** A text that is copied by a button beside it; it can be selected too. */
export function CopyText({ text, label, testId }: CopyTextProps): ReactNode {
  const { t } = useLingui();
  const [outcome, setOutcome] = useState<keyof typeof ICONS>("idle");
  useEffect(() => {
    if (outcome === "idle") return undefined;
    const timer = setTimeout(() => setOutcome("idle"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const Icon = ICONS[outcome];
  const words = {
    idle: t`Sao chép: ${label}`,
    done: t`Đã sao chép`,
    failed: t`Không sao chép được`,
  };
  return (
    <span className={styles["line"]}>
      <span
        className={styles["text"]}
        translate="no"
        {...(testId === undefined ? {} : { "data-testid": testId })}
      >
        {text}
      </span>
      <Button
        className={`${styles["copy"]} ${styles[outcome] ?? ""}`}
        aria-label={words[outcome]}
        onPress={() => void copy(text).then(setOutcome)}
      >
        <Icon aria-hidden size="1.1rem" />
      </Button>
    </span>
  );
}

/** Browsers refuse it on a page without a secure origin; the text can still be selected. */
async function copy(text: string): Promise<"done" | "failed"> {
  try {
    await navigator.clipboard.writeText(text);
    return "done";
  } catch {
    return "failed";
  }
}

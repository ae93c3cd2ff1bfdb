import { useLanguage } from "@luot/i18n";
import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Refusal } from "../screens/Refusal.tsx";
import { DONE_WORDS } from "./actionWords.ts";
import styles from "./NoticeLine.module.css";
import type { Notice } from "./useCommands.ts";

/** What came of the last command, in a line that is always there. */
export function NoticeLine({ notice }: { readonly notice: Notice | null }): ReactNode {
  const { i18n } = useLanguage();
  if (notice?.kind === "refused") return <Refusal code={notice.code} details={notice.details} />;
  const word = notice === null ? undefined : DONE_WORDS[notice.type];
  return (
    <output className={styles["done"]} data-testid="notice">
      {notice !== null && word !== undefined && (
        <>
          <CircleCheck aria-hidden size="1.2em" />
          {[i18n._(word), notice.label].filter((part) => part !== null).join(" ")}
        </>
      )}
    </output>
  );
}

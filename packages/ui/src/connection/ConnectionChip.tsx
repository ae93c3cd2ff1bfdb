import { type ConnectionWord, connectionText, useLanguage } from "@luot/i18n";
import { CircleCheck, LoaderCircle, Unplug } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./ConnectionChip.module.css";

/** How the connection stands, in a word with an icon. */
export function ConnectionChip({ word }: { readonly word: ConnectionWord }): ReactNode {
  const { i18n } = useLanguage();
  const Icon = word === "live" ? CircleCheck : word === "refused" ? Unplug : LoaderCircle;
  return (
    <output
      className={`${styles["chip"]} ${word === "live" ? "" : styles["lost"]}`}
      data-testid="connection"
      data-state={word}
    >
      <Icon aria-hidden size="1.2em" />
      {connectionText(i18n, word)}
    </output>
  );
}

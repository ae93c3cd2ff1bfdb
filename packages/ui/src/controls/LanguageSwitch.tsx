import { LANGUAGES, useLanguage } from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components";
import styles from "./LanguageSwitch.module.css";

/** Changes the language of the page at once. Each language stands in its own name. */
export function LanguageSwitch(): ReactNode {
  const { t } = useLingui();
  const { language, setLanguage } = useLanguage();
  return (
    <fieldset className={styles["switch"]} aria-label={t`Ngôn ngữ`}>
      {LANGUAGES.map(({ id, name }) => (
        <ToggleButton
          key={id}
          className={styles["choice"] ?? ""}
          data-testid={`lang-${id}`}
          isSelected={id === language}
          onPress={() => setLanguage(id)}
        >
          <span lang={id}>{name}</span>
        </ToggleButton>
      ))}
    </fieldset>
  );
}

import { type I18n, LanguageProvider, useLanguage } from "@luot/i18n";
import { type ReactNode, useEffect } from "react";
import { I18nProvider as AriaLocale } from "react-aria-components";
import { CrashGuard } from "./CrashGuard.tsx";

export interface AppProvidersProps {
  /** Of `createI18n`; made once, outside of React. */
  readonly i18n: I18n;
  readonly children: ReactNode;
}

/** What every screen stands in: words, the locale of the controls, and a guard against crashes. */
export function AppProviders({ i18n, children }: AppProvidersProps): ReactNode {
  return (
    <LanguageProvider i18n={i18n}>
      <CrashGuard>
        <Localised>{children}</Localised>
      </CrashGuard>
    </LanguageProvider>
  );
}

function Localised({ children }: { readonly children: ReactNode }): ReactNode {
  const { language } = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <AriaLocale locale={language === "en" ? "en-GB" : "vi-VN"}>{children}</AriaLocale>;
}

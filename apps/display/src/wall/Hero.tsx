import { useLingui } from "@lingui/react/macro";
import type { CentreSettings } from "@luot/hub-client";
import { counterText, textOf, useLanguage } from "@luot/i18n";
import { ArrowRight } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import { numberOf } from "../calls/callsOf.ts";
import type { HeroCall } from "../calls/hero.ts";
import styles from "./Hero.module.css";

/** A call keeps its pulses for so long; a page that comes later shows it steady, ms. */
const FRESH_MS = 3_000;

export interface HeroProps {
  /** One or two, the newest first. */
  readonly shown: readonly HeroCall[];
  readonly settings: CentreSettings;
  readonly now: number;
}

/** Who is being called, and where to go. */
export function Hero({ shown, settings, now }: HeroProps): ReactNode {
  const { t } = useLingui();
  return (
    <section className={styles["hero"]} data-split={shown.length > 1} aria-label={t`Đang mời`}>
      {shown.map(({ call, since }, i) => (
        <HeroRow
          key={`${call.ticketId}/${call.seq}`}
          label={call.label}
          counterId={call.counterId}
          settings={settings}
          isNewest={i === 0}
          isFresh={now - since < FRESH_MS}
        />
      ))}
    </section>
  );
}

interface HeroRowProps {
  readonly label: string;
  readonly counterId: string;
  readonly settings: CentreSettings;
  readonly isNewest: boolean;
  readonly isFresh: boolean;
}

function HeroRow({ label, counterId, settings, isNewest, isFresh }: HeroRowProps): ReactNode {
  const { t } = useLingui();
  const { i18n, language } = useLanguage();
  const number = numberOf(settings, counterId);
  const place = number === null ? counterId : counterText(i18n, number);
  // The arrow and the gaps around it count as two.
  const signs = { "--signs": label.length + place.length + 2 } as CSSProperties;
  const name = settings.counters.find(({ id }) => id === counterId)?.name ?? null;
  return (
    <div
      className={`${styles["row"]} ${isFresh ? styles["fresh"] : ""}`}
      data-testid={`call-${label}`}
      data-counter={counterId}
    >
      <p className={styles["invite"]}>{t`Mời số`}</p>
      <p className={styles["pair"]} style={signs}>
        <strong className={styles["label"]} {...(isNewest ? { "data-testid": "now-label" } : {})}>
          {label}
        </strong>
        <ArrowRight aria-hidden className={styles["arrow"]} />
        <strong className={styles["counter"]}>{place}</strong>
      </p>
      {name !== null && <p className={styles["name"]}>{textOf(name, language)}</p>}
    </div>
  );
}

import { useLingui } from "@lingui/react/macro";
import {
  type CentreSettings,
  type DisplayView,
  nextOpening,
  openingAt,
  type RecentCall,
} from "@luot/hub-client";
import { formatIsoDate } from "@luot/i18n";
import type { ReactNode } from "react";
import { countersOf } from "../calls/callsOf.ts";
import { useHero } from "../calls/useHero.ts";
import { Hero } from "./Hero.tsx";
import { NextUp } from "./NextUp.tsx";
import { Recent } from "./Recent.tsx";
import { Side } from "./Side.tsx";
import { linesOf, nextUp } from "./waiting.ts";
import styles from "./Wall.module.css";

const RECENT = 4;
const NEXT = 9;

export interface WallProps {
  readonly view: DisplayView;
  readonly settings: CentreSettings;
  readonly zone: string | null;
  /** Of this wall, the latest first. */
  readonly calls: readonly RecentCall[];
  readonly now: number;
}

/** The wall of a hall or of one zone. */
export function Wall({ view, settings, zone, calls, now }: WallProps): ReactNode {
  const shown = useHero(calls, now);
  const lines = linesOf(view, countersOf(settings, zone));
  const inFront = new Set(shown.map(({ call }) => call.ticketId));
  const before = calls.filter(({ ticketId }) => !inFront.has(ticketId)).slice(0, RECENT);
  return (
    <div className={styles["wall"]}>
      <div className={styles["calls"]}>
        {shown.length === 0 ? (
          <Nobody view={view} settings={settings} now={now} />
        ) : (
          <Hero shown={shown} settings={settings} now={now} />
        )}
        <Recent calls={before} settings={settings} />
      </div>
      <Side lines={lines} settings={settings} now={now} />
      <div className={styles["bottom"]}>
        <NextUp waiting={nextUp(lines, now, NEXT)} />
      </div>
    </div>
  );
}

type NobodyProps = Pick<WallProps, "view" | "settings" | "now">;

/** Nobody was called yet today: whether that is because the hall is closed. */
function Nobody({ view, settings, now }: NobodyProps): ReactNode {
  const { t } = useLingui();
  const isClosed = openingAt(now, settings.calendar).kind === "closed";
  const next = nextOpening(now, settings.calendar);
  return (
    <section className={styles["nobody"]} data-testid="nobody">
      {!isClosed && view.isOpen && <p>{t`Chưa có số nào được mời`}</p>}
      {!isClosed && !view.isOpen && <p>{t`Ngày làm việc chưa bắt đầu`}</p>}
      {isClosed && <p>{t`Ngoài giờ tiếp nhận hồ sơ`}</p>}
      {isClosed && next !== null && (
        <p className={styles["soft"]}>
          {t`Mở lại lúc ${{ time: next.opens }} ngày ${{ date: formatIsoDate(next.date) }}`}
        </p>
      )}
    </section>
  );
}

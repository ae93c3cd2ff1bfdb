import type { DossierView } from "@luot/contract";
import type { Service } from "@luot/hub-client";
import { countersText, formatMinutesRange, useLanguage } from "@luot/i18n";
import { Banner, Button } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { CircleArrowRight, CircleCheck, Coffee, FilePen } from "lucide-react";
import type { Dispatch, ReactNode } from "react";
import { makeWish } from "../flow/makeWish.ts";
import type { KioskAction, Wish } from "../flow/Screen.ts";
import type { HallStanding } from "../hall/hallStanding.ts";
import { canTake, type Hall, prospectOf, standingOf } from "../hall/serviceStanding.ts";
import { useHubState } from "../hub/HubContext.ts";
import type { Issuer } from "../hub/issuerOf.ts";
import { PaperList } from "./MissingPapers.tsx";
import styles from "./NextPanel.module.css";
import { useNextWords, useTakeWords } from "./useNextWords.ts";

export interface NextPanelProps {
  readonly dossier: DossierView;
  readonly hall: Hall;
  readonly standing: HallStanding;
  readonly issuer: Issuer;
  readonly dispatch: Dispatch<KioskAction>;
  readonly take: (wish: Wish) => void;
  readonly newId: () => string;
}

/** More of them, or longer names, would push the button off the screen. */
const MAX_PAPERS = 3;
const SHORT_NAME = 44;

const ICONS = { wait: Coffee, none: CircleCheck } as const;

/** What to do next. Where a number helps, one touch takes it; where none does, it says so. */
export function NextPanel(props: NextPanelProps): ReactNode {
  const { dossier, hall, dispatch } = props;
  const { title, note } = useNextWords(dossier, hall.settings.calendar.timeZone);
  const { kind, serviceId } = dossier.next;
  const service = hall.settings.services.find(({ id }) => id === serviceId);
  const Icon = kind === "wait" || kind === "none" ? ICONS[kind] : CircleArrowRight;
  return (
    <section className={styles["next"]} data-testid="next-step" data-kind={kind}>
      <div className={styles["words"]}>
        <Icon aria-hidden size="2.2rem" />
        <div>
          <h2>{title}</h2>
          {note !== null && <p>{note}</p>}
        </div>
      </div>
      <Papers dossier={dossier} dispatch={dispatch} />
      {service === undefined ? <Done dispatch={dispatch} /> : <Line {...props} service={service} />}
    </section>
  );
}

/** A few short names stand here; more of them have a screen of their own. */
function Papers({ dossier, dispatch }: Pick<NextPanelProps, "dossier" | "dispatch">): ReactNode {
  const { t } = useLingui();
  const { missing } = dossier;
  if (missing.length === 0) return null;
  const isShort =
    missing.length <= MAX_PAPERS && missing.every(({ length }) => length < SHORT_NAME);
  if (isShort) return <PaperList papers={missing} />;
  return (
    <Button
      variant="quiet"
      icon={<FilePen aria-hidden size="1.3em" />}
      onPress={() => dispatch({ type: "turned", page: 1 })}
      testId="all-papers"
    >
      {t`Xem ${{ count: missing.length }} giấy tờ còn thiếu`}
    </Button>
  );
}

function Done({ dispatch }: Pick<NextPanelProps, "dispatch">): ReactNode {
  const { t } = useLingui();
  return (
    <Button
      variant="primary"
      size="large"
      onPress={() => dispatch({ type: "ended", at: performance.now() })}
      testId="dossier-done"
    >
      {t`Xong`}
    </Button>
  );
}

function Line(props: NextPanelProps & { readonly service: Service }): ReactNode {
  const { dossier, hall, service, standing, issuer, dispatch } = props;
  const { t } = useLingui();
  const { language } = useLanguage();
  const { printer } = useHubState();
  const takeWords = useTakeWords(dossier.next.kind, service.kind);
  const isOpen = standing.kind === "open" && issuer !== "nobody";
  const isOffered = isOpen && canTake(standingOf(service, hall));
  const take = (): void =>
    props.take(
      makeWish({
        id: props.newId(),
        serviceId: service.id,
        reason: undefined,
        language,
        printer,
        dossier,
      }),
    );
  const { agencyId } = service;
  return (
    <>
      {isOpen ? <Wait service={service} hall={hall} /> : <Closed {...props} />}
      <div className={styles["take"]}>
        <Button
          variant="primary"
          size="large"
          isDisabled={!isOffered}
          onPress={take}
          testId="take-for-dossier"
        >
          {takeWords}
        </Button>
        {hall.settings.priorityReasons.length > 0 && (
          <Button
            variant="secondary"
            isDisabled={!isOffered}
            onPress={() => dispatch({ type: "chose-line", agencyId, serviceId: service.id })}
            testId="take-with-priority"
          >
            {t`Tôi được ưu tiên`}
          </Button>
        )}
      </div>
    </>
  );
}

function Wait(props: { readonly service: Service; readonly hall: Hall }): ReactNode {
  const { service, hall } = props;
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const { counters, availability } = standingOf(service, hall);
  const { ahead, estimate } = prospectOf(service, "normal", hall);
  if (availability === "quota_reached")
    return <Banner kind="warning" title={t`Đã hết số tiếp nhận của buổi này`} />;
  const facts = [
    countersText(i18n, counters),
    ahead === null ? null : t`${{ ahead }} người chờ trước`,
    estimate === null ? null : formatMinutesRange(i18n, estimate),
  ];
  return <p className={styles["line"]}>{facts.filter((fact) => fact !== null).join(" · ")}</p>;
}

function Closed(props: { readonly standing: HallStanding }): ReactNode {
  const { standing } = props;
  const { t } = useLingui();
  if (standing.kind === "open")
    return <Banner kind="warning" title={t`Máy tạm thời không phát số`} testId="no-numbers" />;
  return (
    <Banner kind="warning" title={t`Hiện không phát số`} testId="no-numbers">
      {standing.next !== null && whenOf(standing.next)}
    </Banner>
  );

  function whenOf(next: { readonly opens: string; readonly isToday: boolean }): string {
    return next.isToday
      ? t`Phát số lại lúc ${{ time: next.opens }} hôm nay`
      : t`Mời quay lại trong giờ làm việc.`;
  }
}

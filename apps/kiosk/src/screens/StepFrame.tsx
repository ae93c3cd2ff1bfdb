import { Button } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { CallHelp } from "../call-help/CallHelp.tsx";
import styles from "./StepFrame.module.css";

export interface StepFrameProps {
  readonly title: string;
  /** Where it is Vietnamese on every screen, as names of procedures are. */
  readonly titleLang?: "vi";
  /** A quieter line below it. */
  readonly lead?: string;
  /** Beside both, e.g. how something stands with its time. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Always bottom left; `null` where there is nothing to go back to. */
  readonly onBack: (() => void) | null;
  readonly pager?: PagerProps;
  /** Other ways on, in the bottom row beside help. */
  readonly ways?: ReactNode;
}

/** One step of the kiosk: one question on top, help always in the same corner. */
export function StepFrame(props: StepFrameProps): ReactNode {
  const { title, titleLang, lead, aside, children, onBack, pager, ways } = props;
  const { t } = useLingui();
  return (
    <section className={styles["step"]}>
      <div className={styles["head"]}>
        <div>
          <h1 className={styles[titleSize(title)]} lang={titleLang}>
            {title}
          </h1>
          {lead !== undefined && <p className={styles["lead"]}>{lead}</p>}
        </div>
        {aside}
      </div>
      <div className={styles["body"]}>{children}</div>
      {pager !== undefined && pager.pages > 1 && <Pager {...pager} />}
      <nav className={styles["nav"]}>
        {onBack !== null && (
          <Button
            variant="secondary"
            icon={<ArrowLeft aria-hidden size="1.4em" />}
            onPress={onBack}
            testId="back"
          >
            {t`Quay lại`}
          </Button>
        )}
        {ways !== undefined && <div className={styles["ways"]}>{ways}</div>}
        <CallHelp isMain={false} />
      </nav>
    </section>
  );
}

/** A name of many lines is read too, and leaves room for the rest. */
function titleSize({ length }: string): "short" | "long" | "longest" {
  if (length > 160) return "longest";
  return length > 60 ? "long" : "short";
}

export interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly onTurn: (page: number) => void;
}

/** Pages instead of scrolling: nobody needs to know a gesture. */
export function Pager({ page, pages, onTurn }: PagerProps): ReactNode {
  const { t } = useLingui();
  return (
    <div className={styles["pager"]}>
      <Button
        variant="quiet"
        icon={<ChevronLeft aria-hidden size="1.4em" />}
        isDisabled={page === 0}
        onPress={() => onTurn(page - 1)}
        testId="page-before"
      >
        {t`Trước`}
      </Button>
      <output>{t`Trang ${{ page: page + 1 }} / ${{ pages }}`}</output>
      <Button
        variant="quiet"
        icon={<ChevronRight aria-hidden size="1.4em" />}
        isDisabled={page === pages - 1}
        onPress={() => onTurn(page + 1)}
        testId="page-after"
      >
        {t`Sau`}
      </Button>
    </div>
  );
}

import { useLingui } from "@lingui/react/macro";
import type { CatalogueProcedure } from "@luot/contract";
import { formatIsoDate } from "@luot/i18n";
import { FileText } from "lucide-react";
import type { ReactNode } from "react";
import type { Hall } from "../hall/serviceStanding.ts";
import { Pager, StepFrame } from "../screens/StepFrame.tsx";
import { AtHome } from "./AtHome.tsx";
import { LineOn } from "./LineOn.tsx";
import { paperPages } from "./paperPages.ts";
import { ProcedureFacts } from "./ProcedureFacts.tsx";
import styles from "./ProcedureSheet.module.css";
import type { SearchAt } from "./SearchAt.ts";

export interface ProcedureSheetProps {
  readonly procedure: CatalogueProcedure;
  /** ISO date of the catalogue; `null` when it is gone meanwhile. */
  readonly asOf: string | null;
  readonly at: SearchAt;
  readonly hall: Hall;
  readonly isOpen: boolean;
  readonly move: (next: SearchAt) => void;
  readonly onChoose: (serviceId: string) => void;
}

/** What somebody has to know of a procedure before queueing for it, and the way to its line. */
export function ProcedureSheet(props: ProcedureSheetProps): ReactNode {
  const { procedure, asOf, at, move } = props;
  const { t } = useLingui();
  const { portal } = procedure;
  return (
    <StepFrame
      title={procedure.name}
      titleLang="vi"
      onBack={() => move({ ...at, procedure: null, papersPage: 0 })}
    >
      <div className={styles["sheet"]} data-testid="procedure">
        <ProcedureFacts procedure={procedure} />
        <Papers {...props} />
        {portal !== null && <AtHome portal={portal} />}
        <p className={styles["source"]}>
          {procedure.isDemo && `${t`Thông tin mẫu để trình diễn.`} `}
          {asOf !== null && t`Danh mục cập nhật ngày ${{ date: formatIsoDate(asOf) }}.`}
        </p>
      </div>
      <LineOn
        procedure={procedure}
        hall={props.hall}
        isOpen={props.isOpen}
        onChoose={props.onChoose}
      />
    </StepFrame>
  );
}

function Papers({ procedure, at, move }: ProcedureSheetProps): ReactNode {
  const { t } = useLingui();
  const pages = paperPages(procedure);
  const page = Math.min(at.papersPage, pages.length - 1);
  const papers = pages[page] ?? [];
  return (
    <section className={styles["papers"]} data-testid="papers">
      <h2>{t`Giấy tờ cần mang theo`}</h2>
      {papers.length === 0 && <p>{t`Mời ông/bà hỏi cán bộ tại quầy.`}</p>}
      <ul lang="vi">
        {papers.map((paper, place) => (
          // Two papers may have the same name.
          <li key={`${place}-${paper}`}>
            <FileText aria-hidden size="1.2em" />
            <span>{paper}</span>
          </li>
        ))}
      </ul>
      {pages.length > 1 && (
        <Pager
          page={page}
          pages={pages.length}
          onTurn={(papersPage) => move({ ...at, papersPage })}
        />
      )}
    </section>
  );
}

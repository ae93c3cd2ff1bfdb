import { useLingui } from "@lingui/react/macro";
import { FilePen } from "lucide-react";
import type { Dispatch, ReactNode } from "react";
import type { KioskAction } from "../flow/Screen.ts";
import { Pager } from "../screens/StepFrame.tsx";
import styles from "./DossierSheet.module.css";

const PER_PAGE = 4;

/** The papers that are still to be brought, a few at a time. */
export function MissingPapers(props: {
  readonly missing: readonly string[];
  readonly page: number;
  readonly dispatch: Dispatch<KioskAction>;
}): ReactNode {
  const { missing, dispatch } = props;
  const { t } = useLingui();
  if (missing.length === 0) return null;
  const pages = Math.ceil(missing.length / PER_PAGE);
  const page = Math.min(props.page, pages - 1);
  return (
    <section className={styles["missing"]} data-testid="missing-papers">
      <h2>{t`Giấy tờ còn thiếu`}</h2>
      <ul>
        {missing.slice(page * PER_PAGE, (page + 1) * PER_PAGE).map((paper) => (
          <li key={paper}>
            <FilePen aria-hidden size="1.3em" />
            <span>{paper}</span>
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <Pager
          page={page}
          pages={pages}
          onTurn={(next) => dispatch({ type: "turned", page: next })}
        />
      )}
    </section>
  );
}

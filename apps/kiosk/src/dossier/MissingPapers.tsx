import { useLingui } from "@lingui/react/macro";
import { FilePen } from "lucide-react";
import type { Dispatch, ReactNode } from "react";
import type { DossierScreen, KioskAction } from "../flow/Screen.ts";
import { StepFrame } from "../screens/StepFrame.tsx";
import styles from "./MissingPapers.module.css";
import { shortCode } from "./shortCode.ts";

const PER_PAGE = 7;

/** Some papers that are still to be brought. */
export function PaperList({ papers }: { readonly papers: readonly string[] }): ReactNode {
  return (
    <ul className={styles["papers"]} data-testid="missing-papers">
      {papers.map((paper, at) => (
        // Two papers may have the same name.
        <li key={`${at}-${paper}`}>
          <FilePen aria-hidden size="1.3em" />
          <span>{paper}</span>
        </li>
      ))}
    </ul>
  );
}

/** All of them, where they are too many to stand beside the rest. `page` of the screen is from 1. */
export function MissingPapers(props: {
  readonly screen: DossierScreen;
  readonly dispatch: Dispatch<KioskAction>;
}): ReactNode {
  const { screen, dispatch } = props;
  const { t } = useLingui();
  const { missing, code } = screen.dossier;
  const pages = Math.ceil(missing.length / PER_PAGE);
  const page = Math.min(screen.page, pages) - 1;
  return (
    <StepFrame
      title={t`Giấy tờ còn thiếu`}
      lead={t`Hồ sơ ${{ code: shortCode(code) }}`}
      onBack={() => dispatch({ type: "turned", page: 0 })}
      pager={{ page, pages, onTurn: (next) => dispatch({ type: "turned", page: next + 1 }) }}
    >
      <PaperList papers={missing.slice(page * PER_PAGE, (page + 1) * PER_PAGE)} />
    </StepFrame>
  );
}

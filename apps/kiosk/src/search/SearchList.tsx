import { useLingui } from "@lingui/react/macro";
import type { CatalogueProcedure } from "@luot/contract";
import { Tile } from "@luot/ui";
import { type ReactNode, useMemo } from "react";
import { pageOf } from "../hall/groups.ts";
import { Pager, StepFrame } from "../screens/StepFrame.tsx";
import type { Shelf } from "./CatalogueShelf.ts";
import { hitsOf } from "./hitsOf.ts";
import { NoHit } from "./NoHit.tsx";
import styles from "./Search.module.css";
import { asking, opening, type SearchAt } from "./SearchAt.ts";
import { SearchField } from "./SearchField.tsx";
import { SearchKeys } from "./SearchKeys.tsx";

export interface SearchListProps {
  readonly shelf: Extract<Shelf, { readonly kind: "ready" }>;
  readonly at: SearchAt;
  readonly move: (next: SearchAt) => void;
  /** To the choice by agency. */
  readonly leave: () => void;
}

/** What is typed, what answers it while it is typed, and the keys. */
export function SearchList({ shelf, at, move, leave }: SearchListProps): ReactNode {
  const { t } = useLingui();
  const hits = useMemo(() => hitsOf(shelf, at.query), [shelf, at.query]);
  const shown = pageOf(hits, at.page);
  const isAsked = at.query.trim() !== "";
  const type = (text: string): void => move(asking(at, text));
  return (
    <StepFrame title={t`Tìm thủ tục`} onBack={leave}>
      <SearchField query={at.query} onType={type} />
      <div className={styles["panes"]}>
        <div className={styles["found"]} data-testid="found">
          {isAsked && hits.length === 0 ? (
            <NoHit onClear={() => type("")} leave={leave} />
          ) : (
            <>
              {!isAsked && <p className={styles["said"]}>{t`Thủ tục thường gặp:`}</p>}
              <Hits hits={shown.items} onOpen={(hit) => move(opening(at, hit))} />
            </>
          )}
          {shown.pages > 1 && <Pager {...shown} onTurn={(page) => move({ ...at, page })} />}
        </div>
        <SearchKeys query={at.query} onType={type} />
      </div>
    </StepFrame>
  );
}

/** Names are as the catalogue has them, in Vietnamese also on the English screen. */
function Hits(props: {
  readonly hits: readonly CatalogueProcedure[];
  readonly onOpen: (hit: CatalogueProcedure) => void;
}): ReactNode {
  return (
    <ul className={styles["hits"]} lang="vi" data-testid="hits">
      {props.hits.map((hit, at) => (
        // Neither code nor name is unique.
        <li key={`${at}-${hit.code}-${hit.name}`}>
          <Tile title={hit.name} onPress={() => props.onOpen(hit)} testId={`hit-${at}`} />
        </li>
      ))}
    </ul>
  );
}

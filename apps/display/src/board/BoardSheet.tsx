import type { Board, CentreSettings, HubState } from "@luot/hub-client";
import { formatClock } from "@luot/i18n";
import { useNow } from "@luot/ui";
import { TriangleAlert } from "lucide-react";
import { type CSSProperties, type ReactNode, useMemo } from "react";
import type { BoardPlace } from "../DisplayWish.ts";
import { pageAt } from "../wall/waiting.ts";
import { BoardPage } from "./BoardPage.tsx";
import styles from "./BoardScreen.module.css";
import { isBoardStale } from "./isBoardStale.ts";
import { type BoardLayout, diagonalNeeded, layoutBoard, PAGE_MS } from "./layout/layoutBoard.ts";
import type { HungScreen } from "./layout/sizes.ts";
import type { WidthOf } from "./layout/wrap.ts";
import { TooSmall } from "./TooSmall.tsx";
import { type BoardBars, useBoardBars } from "./useBoardBars.ts";
import { useBoardWish } from "./useBoardWish.ts";
import { useWindowSize } from "./useWindowSize.ts";

const CLOCK_EVERY_MS = 500;

export interface BoardSheetProps {
  readonly place: BoardPlace;
  readonly state: HubState<"display">;
  readonly settings: CentreSettings;
  readonly board: Board;
  readonly widthOf: WidthOf;
}

/** A board, laid out for the screen it hangs on, one page after the other. */
export function BoardSheet({ board, widthOf, place, state, settings }: BoardSheetProps): ReactNode {
  const now = useNow(state.clockOffsetMs, CLOCK_EVERY_MS);
  const { widthPx, heightPx } = useWindowSize();
  const bars = useBoardBars(board, state, settings, isBoardStale(board, settings, now));
  const wish = useBoardWish(board, settings, bars);
  const screen = useMemo(
    (): HungScreen => ({ ...place, widthPx, heightPx }),
    [place, widthPx, heightPx],
  );
  const layout = useMemo(() => layoutBoard(wish, screen, widthOf), [wish, screen, widthOf]);
  const needed = useMemo(
    () => (layout?.isBrief === false ? null : diagonalNeeded(wish, screen, widthOf)),
    [layout, wish, screen, widthOf],
  );
  const shown = layout?.pages ?? [];
  // Who hung the screen up learns what is missing; the hall sees what there is room for.
  const pages = shown.length + (layout?.isBrief === false ? 0 : 1);
  const at = pageAt(now, pages, PAGE_MS);
  const page = shown[at];
  if (layout === null || page === undefined) return <TooSmall screen={screen} needed={needed} />;
  return (
    <div
      id="app-root"
      className={styles["screen"]}
      style={sizesOf(layout)}
      data-seq={state.seq}
      data-testid="board"
      data-page={`${at + 1}/${pages}`}
    >
      <header className={styles["bar"]}>
        <h1 className={styles["title"]}>{layout.header}</h1>
        {layout.isBrief ? (
          <Demo demo={bars.demo} />
        ) : (
          <p className={styles["corner"]}>
            {pages > 1 && `${at + 1}/${pages} · `}
            <time>{formatClock(now, settings.calendar.timeZone)}</time>
          </p>
        )}
      </header>
      <main className={styles["main"]}>
        <BoardPage page={page} />
      </main>
      <AsOf bars={bars} hasDemo={!layout.isBrief} />
    </div>
  );
}

interface AsOfProps {
  readonly bars: BoardBars;
  readonly hasDemo: boolean;
}

function AsOf({ bars: { asOf, isDoubtful, demo }, hasDemo }: AsOfProps): ReactNode {
  return (
    <footer className={`${styles["bar"]} ${isDoubtful ? styles["doubtful"] : ""}`}>
      <p data-testid="board-as-of" data-doubtful={isDoubtful}>
        {isDoubtful && <TriangleAlert aria-hidden size="1em" className={styles["icon"]} />}
        {asOf}
      </p>
      {hasDemo && <Demo demo={demo} />}
    </footer>
  );
}

function Demo({ demo }: { readonly demo: string }): ReactNode {
  if (demo === "") return null;
  return (
    <p className={styles["demo"]} data-testid="demo-band">
      {demo}
    </p>
  );
}

function sizesOf({ basePx, smallPx, edgePx, barPadPx }: BoardLayout): CSSProperties {
  const sizes = { base: basePx, small: smallPx, edge: edgePx, "bar-pad": barPadPx };
  const variables = Object.entries(sizes).map(([name, px]) => [`--${name}-px`, `${px}px`]);
  return Object.fromEntries(variables) as CSSProperties;
}

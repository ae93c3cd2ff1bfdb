import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import styles from "./BoardScreen.module.css";
import { BoardSheet, type BoardSheetProps } from "./BoardSheet.tsx";
import { useBoard } from "./useBoard.ts";
import { useWidthOf } from "./useWidthOf.ts";

export type BoardScreenProps = Omit<BoardSheetProps, "board" | "widthOf">;

/** The status board on a screen of its own: how the centre does its work. */
export function BoardScreen({ place, state, settings }: BoardScreenProps): ReactNode {
  const { t } = useLingui();
  const seen = useBoard(place.period);
  const widthOf = useWidthOf();
  if (seen.status === "none") return <Message>{t`Trung tâm chưa có số liệu hồ sơ.`}</Message>;
  if (seen.status === "loading" || widthOf === null)
    return <Message>{t`Đang tải số liệu hồ sơ.`}</Message>;
  if (seen.board.asOf === null) return <Message>{t`Chưa có dữ liệu hồ sơ.`}</Message>;
  const { board } = seen;
  return <BoardSheet {...{ board, place, state, settings, widthOf }} />;
}

function Message({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <main id="app-root" className={styles["message"]} data-testid="board-message">
      <p>{children}</p>
    </main>
  );
}

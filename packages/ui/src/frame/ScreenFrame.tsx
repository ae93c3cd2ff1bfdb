import type { ReactNode } from "react";
import { ConnectionChip } from "../connection/ConnectionChip.tsx";
import { type ConnectionSeen, connectionWord } from "../connection/connectionWord.ts";
import { DemoBand } from "./DemoBand.tsx";
import styles from "./ScreenFrame.module.css";

export interface ScreenFrameProps {
  readonly state: ConnectionSeen;
  /** The centre's name, in the language of the screen. */
  readonly title: string;
  readonly isDemo: boolean;
  /** The hub's time, `HH:mm`. */
  readonly clock: string;
  /** Beside the clock, e.g. a language switch. */
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/**
 * The frame of every screen: whose hall it is, the time, the connection, and a band that says so
 * when it is a demonstration. Fills the window; only `children` may scroll, where they choose to.
 */
export function ScreenFrame(props: ScreenFrameProps): ReactNode {
  const { state, title, isDemo, clock, actions, footer, children } = props;
  return (
    <div id="app-root" className={styles["frame"]} data-seq={state.seq}>
      {isDemo && <DemoBand />}
      <header className={styles["header"]}>
        <p className={styles["title"]}>{title}</p>
        <div className={styles["side"]}>
          <ConnectionChip word={connectionWord(state)} />
          <time className={styles["clock"]}>{clock}</time>
          {actions !== undefined && <div className={styles["actions"]}>{actions}</div>}
        </div>
      </header>
      <main className={styles["main"]}>{children}</main>
      {footer !== undefined && <footer className={styles["footer"]}>{footer}</footer>}
    </div>
  );
}

import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./Banner.module.css";

export interface BannerProps {
  readonly kind: "info" | "warning" | "danger";
  readonly title: string;
  /** What to do next. */
  readonly children?: ReactNode;
  readonly testId?: string;
}

const ICONS = { info: Info, warning: TriangleAlert, danger: CircleAlert } as const;

/** Something everybody should read: icon, words and colour. Screen readers are told at once. */
export function Banner({ kind, title, children, testId }: BannerProps): ReactNode {
  const Icon = ICONS[kind];
  return (
    <div
      className={`${styles["banner"]} ${styles[kind]}`}
      role={kind === "danger" ? "alert" : "status"}
      {...(testId === undefined ? {} : { "data-testid": testId })}
    >
      <Icon aria-hidden size="1.6em" />
      <div>
        <strong>{title}</strong>
        {children !== undefined && <div>{children}</div>}
      </div>
    </div>
  );
}

import type { ReactNode } from "react";
import { encode } from "uqr";
import styles from "./Qr.module.css";

export interface QrProps {
  readonly text: string;
  /** What scanning it opens, for those who don't see it. */
  readonly label: string;
}

/** Modules of white around the code; readers need four. */
const QUIET_ZONE = 4;

/** A QR code as crisp vector squares, black on white whatever the theme. */
export function Qr({ text, label }: QrProps): ReactNode {
  const { size, data } = encode(text, { ecc: "M", border: QUIET_ZONE });
  return (
    <svg
      className={styles["qr"]}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={pathOf(data)} fill="#000" />
    </svg>
  );
}

/** One square per dark module. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
}

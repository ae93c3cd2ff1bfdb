import type { DossierView } from "@luot/contract";
import { daysLeftText, dossierLightText, dossierStatusText, useLanguage } from "@luot/i18n";
import {
  CheckCheck,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  Hourglass,
  type LucideIcon,
  PackageCheck,
  TriangleAlert,
} from "lucide-react";
import type { ReactNode } from "react";
import styles from "./StatusMark.module.css";

type Status = NonNullable<DossierView["status"]>;
type Tone = "going" | "good" | "wanted" | "ended" | "bad";

const STATUSES: Readonly<Record<Status, readonly [LucideIcon, Tone]>> = {
  "1": [Hourglass, "going"],
  "2": [Hourglass, "going"],
  "3": [CircleX, "bad"],
  "4": [Hourglass, "going"],
  "5": [CircleAlert, "wanted"],
  "6": [CircleAlert, "wanted"],
  "7": [CircleX, "ended"],
  "8": [CircleX, "bad"],
  "9": [PackageCheck, "good"],
  "10": [CheckCheck, "ended"],
};
const LIGHTS: Readonly<Record<NonNullable<DossierView["light"]>, readonly [LucideIcon, Tone]>> = {
  on_time: [CircleCheck, "good"],
  due_soon: [Clock, "wanted"],
  overdue: [TriangleAlert, "bad"],
};

/** Where a dossier stands: word, icon and colour. */
export function StatusMark({ status }: Pick<DossierView, "status">): ReactNode {
  const { i18n } = useLanguage();
  const [Icon, tone] = status === null ? [CircleHelp, "ended" as const] : STATUSES[status];
  return (
    <span className={`${styles["mark"]} ${styles[tone]}`} data-testid="dossier-status">
      <Icon aria-hidden size="1.2em" />
      {dossierStatusText(i18n, status)}
    </span>
  );
}

/** Whether there is time left, and how much: word, icon and colour. Nothing when nothing is due. */
export function LightMark({ light, daysLeft }: Pick<DossierView, "light" | "daysLeft">): ReactNode {
  const { i18n } = useLanguage();
  if (light === null) return null;
  const [Icon, tone] = LIGHTS[light];
  const isOverdue = light === "overdue";
  const days = daysLeft === null ? null : daysLeftText(i18n, daysLeft, isOverdue);
  const word = dossierLightText(i18n, light);
  return (
    <span className={`${styles["mark"]} ${styles[tone]}`} data-testid="dossier-light">
      <Icon aria-hidden size="1.2em" />
      {/* How late it is has the word in it. */}
      {days !== null && isOverdue ? capitalised(days) : [word, days ?? []].flat().join(" · ")}
    </span>
  );
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

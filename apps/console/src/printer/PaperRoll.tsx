import { useLingui } from "@lingui/react/macro";
import type { PrinterRoll } from "@luot/contract";
import { formatClock } from "@luot/i18n";
import { Banner } from "@luot/ui";
import { ArrowLeft, ReceiptText } from "lucide-react";
import type { ReactNode } from "react";
import { FALLBACK_ZONE } from "../parts/centre.ts";
import styles from "./PaperRoll.module.css";
import { newestFirst, paperUrl, type RollAnswer } from "./rollAnswer.ts";

export interface PaperRollProps {
  /** `null` before the first answer. */
  readonly answer: RollAnswer | null;
  /** Whether the hub is silent, so that `answer` is an older one. */
  readonly isLost: boolean;
  /** The hub's address on its own machine. */
  readonly address: string;
}

/** The papers, newest first, and what is the matter with the printer. */
export function PaperRoll({ answer, isLost, address }: PaperRollProps): ReactNode {
  const { t } = useLingui();
  return (
    <div className={styles["page"]}>
      <a className={styles["back"]} href="/">
        <ArrowLeft aria-hidden size="1em" /> {t`Về trang máy chủ`}
      </a>
      <div className={styles["notices"]}>
        {isLost && (
          <Banner kind="danger" title={t`Không liên lạc được với máy chủ`} testId="hub-lost">
            {t`Trang tự kết nối lại.`}
          </Banner>
        )}
        <Standing answer={answer} address={address} />
      </div>
      {answer?.kind === "roll" && <Papers roll={answer.roll} />}
    </div>
  );
}

function Standing({ answer, address }: Pick<PaperRollProps, "answer" | "address">): ReactNode {
  const { t } = useLingui();
  switch (answer?.kind) {
    case undefined:
      return <p>{t`Đang hỏi máy chủ…`}</p>;
    case "none":
      return (
        <Banner kind="info" title={t`Máy chủ này không dùng máy in ảo`} testId="no-printer">
          {t`Phiếu in ra ở máy in thật, hoặc chưa có máy in nào. Bản dùng thử khởi động sẵn một máy in ảo.`}
        </Banner>
      );
    case "unreachable":
      return (
        <Banner kind="warning" title={t`Máy in ảo không trả lời`} testId="printer-unreachable">
          {t`Có thể máy in ảo đã dừng. Khởi động lại bản dùng thử; số đang chờ sẽ được in tiếp.`}
        </Banner>
      );
    case "not_local":
      return (
        <Banner kind="info" title={t`Chỉ xem được trên chính máy chủ`} testId="not-local">
          {t`Mở trang này trên máy chủ, ở địa chỉ ${address}.`}
        </Banner>
      );
    case "roll":
      return <Condition {...answer.roll.condition} />;
    default:
      return answer satisfies undefined;
  }
}

function Condition({ paper, cover, cutter }: PrinterRoll["condition"]): ReactNode {
  const { t } = useLingui();
  const troubles = [
    ...(paper === "out" ? [t`hết giấy`] : []),
    ...(paper === "near" ? [t`sắp hết giấy`] : []),
    ...(cover === "open" ? [t`nắp đang mở`] : []),
    ...(cutter === "error" ? [t`dao cắt bị kẹt`] : []),
  ];
  if (troubles.length === 0) return null;
  const list = troubles.join(", ");
  return <Banner kind="warning" title={t`Máy in ảo: ${list}`} testId="printer-trouble" />;
}

function Papers({ roll }: { readonly roll: PrinterRoll }): ReactNode {
  const { t } = useLingui();
  if (roll.papers.length === 0)
    return (
      <div className={styles["empty"]} data-testid="no-papers">
        <ReceiptText aria-hidden size="3rem" />
        <p>{t`Chưa in phiếu nào. Lấy một số ở máy lấy số, phiếu sẽ hiện ở đây.`}</p>
      </div>
    );
  return (
    <ol className={styles["roll"]}>
      {newestFirst(roll).map((paper) => (
        <li
          key={`${paper.id}-${paper.at}`}
          className={styles["paper"]}
          data-testid={`paper-${paper.id}`}
        >
          <img
            src={paperUrl(paper)}
            width={paper.width}
            height={paper.height}
            alt={t`Phiếu thứ ${{ number: paper.id }} của cuộn giấy`}
          />
          <p className={styles["caption"]}>
            {t`Phiếu ${{ number: paper.id }} · ${{ time: formatClock(paper.at, FALLBACK_ZONE) }}`}
          </p>
        </li>
      ))}
    </ol>
  );
}

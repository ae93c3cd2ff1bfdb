import { Banner, Button } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { CircleCheck, Printer } from "lucide-react";
import type { ReactNode } from "react";
import { mayAskAgain, type PaperStanding } from "../flow/paperStanding.ts";
import styles from "./PaperNote.module.css";

export interface PaperNoteProps {
  readonly paper: PaperStanding;
  /** Whether the number has a page for phones, and its code stands on the screen. */
  readonly hasPage: boolean;
  readonly onAskAgain: () => void;
}

/** What there is to know of the paper: it comes, it is out, or how to do without it. */
export function PaperNote({ paper, hasPage, onAskAgain }: PaperNoteProps): ReactNode {
  const { t } = useLingui();
  switch (paper.kind) {
    case "printing":
      return (
        <p className={styles["well"]} data-testid="paper-printing">
          <Printer aria-hidden size="1.4em" />
          {t`Phiếu đang in, mời nhận ở khe bên dưới`}
        </p>
      );
    case "printed":
      return (
        <p className={styles["well"]} data-testid="paper-printed">
          <CircleCheck aria-hidden size="1.4em" />
          {t`Phiếu đã in, mời nhận ở khe bên dưới`}
        </p>
      );
    case "paperless":
      return (
        <div className={styles["note"]}>
          <Banner kind="warning" title={paperlessTitle()} testId="paper-none">
            {t`Số của ông/bà vẫn có giá trị.`}
          </Banner>
        </div>
      );
    case "failed":
    case "unknown":
      return mayAskAgain(paper) ? (
        <div className={styles["trouble"]}>
          <Banner kind="warning" title={troubleTitle(paper.kind)} testId={`paper-${paper.kind}`}>
            {hasPage
              ? t`Số của ông/bà vẫn có giá trị. Chụp số trên màn hình hoặc quét mã QR.`
              : t`Số của ông/bà vẫn có giá trị. Mời chụp số trên màn hình.`}
          </Banner>
          <Button variant="primary" size="large" onPress={onAskAgain} testId="print-again">
            {t`In lại`}
          </Button>
        </div>
      ) : (
        <div className={styles["note"]}>
          <Banner kind="danger" title={t`Máy in chưa in được phiếu`} testId="paper-gave-up">
            {t`Chụp số trên màn hình, hoặc sang máy bên cạnh. Số của ông/bà vẫn có giá trị.`}
          </Banner>
        </div>
      );
    default:
      return paper satisfies never;
  }

  function paperlessTitle(): string {
    const isPaperOut = paper.kind === "paperless" && paper.printer === "paper_out";
    if (!hasPage)
      return isPaperOut
        ? t`Máy hết giấy: mời chụp số trên màn hình`
        : t`Không in được phiếu: mời chụp số trên màn hình`;
    return isPaperOut
      ? t`Máy hết giấy: chụp số trên màn hình hoặc quét mã QR`
      : t`Không in được phiếu: chụp số trên màn hình hoặc quét mã QR`;
  }

  function troubleTitle(kind: "failed" | "unknown"): string {
    return kind === "failed" ? t`Phiếu chưa in được` : t`Phiếu có thể chưa in xong`;
  }
}

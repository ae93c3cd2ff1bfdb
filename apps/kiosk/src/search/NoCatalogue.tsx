import { useLingui } from "@lingui/react/macro";
import { Button } from "@luot/ui";
import { BookX, Clock } from "lucide-react";
import type { ReactNode } from "react";
import notice from "../screens/Notice.module.css";
import { StepFrame } from "../screens/StepFrame.tsx";
import type { Shelf } from "./CatalogueShelf.ts";
import styles from "./Search.module.css";

/** Nothing to search in: why, and the way by the agencies, which always stands. */
export function NoCatalogue(props: {
  readonly why: Exclude<Shelf["kind"], "ready">;
  readonly leave: () => void;
}): ReactNode {
  const { why, leave } = props;
  const { t } = useLingui();
  const titles = {
    loading: t`Đang mở danh mục thủ tục…`,
    none: t`Chưa có danh mục thủ tục`,
    failed: t`Chưa tải được danh mục thủ tục`,
  };
  const Icon = why === "loading" ? Clock : BookX;
  return (
    <StepFrame title={t`Tìm thủ tục`} onBack={leave}>
      <div
        className={notice["notice"]}
        aria-live="polite"
        data-testid="no-catalogue"
        data-why={why}
      >
        <Icon aria-hidden size="5rem" />
        <h2>{titles[why]}</h2>
        <p>
          {why === "loading"
            ? t`Mời ông/bà chờ một chút, hoặc chọn theo cơ quan.`
            : t`Mời ông/bà chọn theo cơ quan, hoặc bấm Cần trợ giúp.`}
        </p>
        <div className={styles["ways"]}>
          <Button variant="primary" size="large" onPress={leave} testId="by-agency">
            {t`Chọn theo cơ quan`}
          </Button>
        </div>
      </div>
    </StepFrame>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import { Rocket } from "lucide-react";
import type { ReactNode } from "react";
import { Panel } from "../parts/Panel.tsx";
import styles from "./TryIt.module.css";

/** Three steps through the whole of it, for whoever sees it first. */
export function TryIt({ isLocal }: { readonly isLocal: boolean }): ReactNode {
  const { t } = useLingui();
  return (
    <Panel title={t`Thử ngay`} icon={<Rocket aria-hidden size="1.3rem" />} testId="try-it">
      <ol className={styles["steps"]}>
        <Step number={1} title={t`Lấy một số`}>
          <Trans>
            Mở <Open to="/kiosk/">máy lấy số</Open>, chọn dịch vụ rồi chạm để lấy số.
          </Trans>
        </Step>
        <Step number={2} title={t`Gọi số đó`}>
          {isLocal ? (
            <Trans>
              Mở <Open to="/counter/?counter=q01">quầy 1</Open>, đăng nhập bằng canbo1 và mật khẩu
              bên dưới, mở quầy rồi nhấn Enter.
            </Trans>
          ) : (
            <Trans>
              Mở <Open to="/counter/?counter=q01">quầy 1</Open>, đăng nhập, mở quầy rồi nhấn Enter.
              Mật khẩu xem trên máy chủ.
            </Trans>
          )}
        </Step>
        <Step number={3} title={t`Nhìn và nghe`}>
          <Trans>
            Mở <Open to="/display/">bảng gọi số</Open>: số hiện lên và loa đọc số, quầy.
          </Trans>
        </Step>
      </ol>
    </Panel>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}

function Step({ number, title, children }: StepProps): ReactNode {
  return (
    <li className={styles["step"]}>
      <span className={styles["number"]} aria-hidden>
        {number}
      </span>
      <div>
        <strong>{title}</strong>
        {children}
      </div>
    </li>
  );
}

function Open({ to, children }: { readonly to: string; readonly children?: ReactNode }): ReactNode {
  return (
    <a href={to} target="_blank" rel="noopener">
      {children}
    </a>
  );
}

import { useLingui } from "@lingui/react/macro";
import { Qr } from "@luot/ui";
import type { ReactNode } from "react";
import styles from "./ProcedureSheet.module.css";

/** That nobody has to queue for it: the portal as a code for the phone, and its name to type. */
export function AtHome({ portal }: { readonly portal: string }): ReactNode {
  const { t } = useLingui();
  const { host } = new URL(portal);
  return (
    <section className={styles["home"]} data-testid="at-home">
      <div className={styles["code"]}>
        <Qr text={portal} label={t`Mã để mở cổng dịch vụ công trên điện thoại`} />
      </div>
      <div>
        <h2>{t`Làm được tại nhà`}</h2>
        <p>{t`Quét mã bằng điện thoại để nộp hồ sơ qua mạng, không phải chờ.`}</p>
        <p className={styles["host"]}>{host}</p>
      </div>
    </section>
  );
}

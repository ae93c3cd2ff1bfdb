import { type DeviceRoleWord, refusalText, useLanguage } from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import { CircleAlert, LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { Banner } from "../controls/Banner.tsx";
import { LanguageSwitch } from "../controls/LanguageSwitch.tsx";
import { ConnectionChip } from "./ConnectionChip.tsx";
import { type ConnectionSeen, connectionWord } from "./connectionWord.ts";
import styles from "./FullScreen.module.css";
import { PairingScreen } from "./PairingScreen.tsx";

export interface ConnectionGateProps {
  readonly state: ConnectionSeen;
  readonly device: DeviceRoleWord;
  /** What the device is paired for, e.g. the counter. */
  readonly place?: string;
  readonly hubAddress: string;
  /**
   * What stands over the screen while the connection is lost or silent: a strip at the bottom, or
   * nothing, because the screen itself says it.
   */
  readonly whileLost: "strip" | "nothing";
  readonly children: ReactNode;
}

/** Shows the screen once there is something to show, and else what is missing. */
export function ConnectionGate(props: ConnectionGateProps): ReactNode {
  const { state, device, place, hubAddress, whileLost, children } = props;
  if (state.connection === "pairing" && state.pairingCode !== null)
    return (
      <>
        <PairingScreen
          code={state.pairingCode}
          device={device}
          hubAddress={hubAddress}
          {...(place === undefined ? {} : { place })}
        />
        <Corner state={state} />
      </>
    );
  if (state.connection === "refused" || state.view === null)
    return (
      <>
        <Waiting state={state} />
        <Corner state={state} />
      </>
    );
  return (
    <>
      {children}
      {whileLost === "strip" && connectionWord(state) !== "live" && <LostStrip />}
    </>
  );
}

function Waiting({ state }: { readonly state: ConnectionSeen }): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  if (state.connection !== "refused")
    return (
      <main className={styles["screen"]}>
        <LoaderCircle aria-hidden size="4rem" />
        <h1>{t`Đang kết nối với máy chủ`}</h1>
        <p className={styles["soft"]}>{t`Màn hình tự hiện khi kết nối xong.`}</p>
      </main>
    );
  const { what, next } = refusalText(i18n, state.refusal ?? "internal", {});
  return (
    <main className={styles["screen"]}>
      <CircleAlert aria-hidden size="4rem" />
      <h1>{what}</h1>
      <p>{next}</p>
      <LanguageSwitch />
    </main>
  );
}

/** Full screens have no header, but tests and people look for the mark all the same. */
function Corner({ state }: { readonly state: ConnectionSeen }): ReactNode {
  return (
    <div className={styles["strip"]}>
      <ConnectionChip word={connectionWord(state)} />
    </div>
  );
}

function LostStrip(): ReactNode {
  const { t } = useLingui();
  return (
    <div className={styles["strip"]}>
      <Banner kind="warning" title={t`Mất kết nối với máy chủ`} testId="connection-lost">
        {t`Những gì đang hiện có thể đã cũ. Máy đang tự kết nối lại.`}
      </Banner>
    </div>
  );
}

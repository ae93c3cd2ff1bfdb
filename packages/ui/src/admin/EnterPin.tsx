import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useState } from "react";
import { Banner } from "../controls/Banner.tsx";
import type { AdminSeen, EnteredSeen, MenuSeen } from "./AdminSeen.ts";
import { PinPad } from "./PinPad.tsx";

export interface EnterPinProps {
  readonly admin: Pick<AdminSeen, "enter">;
  readonly onMenu: (menu: MenuSeen) => void;
  readonly onLeave: () => void;
}

type Refused = Extract<EnteredSeen, { ok: false }>;

/** Asks for the PIN. Whether it is the right one is decided outside of the page. */
export function EnterPin({ admin, onMenu, onLeave }: EnterPinProps): ReactNode {
  const { t } = useLingui();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [tries, setTries] = useState(0);
  const [isBusy, setIsBusy] = useState(false);

  async function take(pin: string): Promise<void> {
    setIsBusy(true);
    const entered = await admin.enter(pin);
    setIsBusy(false);
    setTries((count) => count + 1);
    if (entered.ok) onMenu(entered.menu);
    else setRefused(entered);
  }

  return (
    <PinPad
      title={t`Mã PIN quản trị`}
      note={
        refused === null ? (
          <p>{t`Dành cho người quản trị máy này.`}</p>
        ) : (
          <Why key={tries} refused={refused} />
        )
      }
      isBusy={isBusy}
      onPin={(pin) => void take(pin)}
      leave={{ word: t`Về màn hình chính`, onPress: onLeave }}
    />
  );
}

function Why({ refused }: { readonly refused: Refused }): ReactNode {
  const { t } = useLingui();
  if (refused.code === "wait") return <Wait waitMs={refused.waitMs} />;
  const title =
    refused.code === "no_pin"
      ? t`Máy này chưa có mã PIN dùng được.`
      : t`Mã PIN không đúng. Còn ${refused.tries} lần.`;
  return (
    <Banner kind="warning" title={title} testId="pin-wrong">
      {refused.code === "no_pin" && t`Người quản trị đặt mã bằng lệnh --set-pin trên máy này.`}
    </Banner>
  );
}

/** Counts a pause down, by the page's own clock. */
function Wait({ waitMs }: { readonly waitMs: number }): ReactNode {
  const { t } = useLingui();
  const [nowMs, setNowMs] = useState(() => performance.now());
  const [untilMs] = useState(nowMs + waitMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((untilMs - nowMs) / 1_000));
  return (
    <Banner kind="warning" title={t`Sai mã PIN nhiều lần.`} testId="pin-wait">
      {seconds > 0 ? t`Đợi ${seconds} giây rồi nhập lại.` : t`Có thể nhập lại.`}
    </Banner>
  );
}

import { adminRefusalText, type AdminRefusalWord, useLanguage } from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Banner } from "../controls/Banner.tsx";
import { LanguageSwitch } from "../controls/LanguageSwitch.tsx";
import type { PinTaken } from "./AdminSeen.ts";
import { PinPad, type PinPadProps } from "./PinPad.tsx";

export interface SetPinProps {
  readonly keep: (pin: string) => Promise<PinTaken>;
  /** The way out; `null`: this can't be put off. */
  readonly leave: PinPadProps["leave"];
  readonly hasLanguages: boolean;
}

/** Asks for a new PIN, twice, and keeps it. */
export function SetPin({ keep, leave, hasLanguages }: SetPinProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const [first, setFirst] = useState<string | null>(null);
  const [wrong, setWrong] = useState<AdminRefusalWord | "not_same" | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function take(pin: string): Promise<void> {
    setWrong(null);
    if (first === null) return setFirst(pin);
    setFirst(null);
    if (pin !== first) return setWrong("not_same");
    setIsBusy(true);
    const taken = await keep(pin);
    setIsBusy(false);
    if (!taken.ok) setWrong(taken.code);
  }

  const said = wrong === "not_same" ? t`Hai lần nhập khác nhau. Nhập lại từ đầu.` : null;
  return (
    <>
      <PinPad
        key={first === null ? "first" : "again"}
        title={first === null ? t`Đặt mã PIN quản trị` : t`Nhập mã PIN lần nữa`}
        note={
          <>
            <p>{t`Từ 6 đến 10 chữ số. Mã này mở trình đơn quản trị của máy.`}</p>
            {wrong !== null && (
              <Banner
                kind="warning"
                title={said ?? adminRefusalText(i18n, wrong as AdminRefusalWord)}
                testId="pin-refused"
              />
            )}
          </>
        }
        isBusy={isBusy}
        onPin={(pin) => void take(pin)}
        leave={leave}
      />
      {hasLanguages && <LanguageSwitch />}
    </>
  );
}

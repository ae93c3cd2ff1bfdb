import { useLingui } from "@lingui/react/macro";
import { LanguageSwitch, ScreenFrame } from "@luot/ui";
import type { ReactNode } from "react";
import { localAddress } from "../parts/centre.ts";
import { seenAs } from "../parts/seenAs.ts";
import { usePolled } from "../polling/usePolled.ts";
import { PaperRoll } from "./PaperRoll.tsx";
import { fetchRoll } from "./rollAnswer.ts";

/** The page at `/printer`: what the virtual printer has printed. */
export function PrinterPage(): ReactNode {
  const { t } = useLingui();
  const { value, isLost } = usePolled(fetchRoll);
  return (
    <ScreenFrame
      state={seenAs(value !== null, isLost, 0)}
      title={t`Cuộn giấy của máy in ảo`}
      isDemo={value?.kind === "roll"}
      clock=""
      actions={<LanguageSwitch />}
    >
      <PaperRoll answer={value} isLost={isLost} address={localAddress(location.port)} />
    </ScreenFrame>
  );
}

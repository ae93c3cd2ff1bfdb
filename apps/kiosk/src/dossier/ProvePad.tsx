import { refusalText, useLanguage } from "@luot/i18n";
import { Banner, Button } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { Delete } from "lucide-react";
import type { Dispatch, ReactNode } from "react";
import type { KioskAction, More } from "../flow/Screen.ts";
import { type Key, Keys } from "../keys/Keys.tsx";
import { useKeyboard } from "../keys/useKeyboard.ts";
import { StepFrame } from "../screens/StepFrame.tsx";
import styles from "./ProvePad.module.css";

export interface ProvePadProps {
  readonly more: Extract<More, { readonly kind: "asking" | "proving" }>;
  readonly dispatch: Dispatch<KioskAction>;
  readonly newId: () => string;
}

const DIGITS = "123456789".split("");
const FACTOR_DIGITS = 4;

/** The last four digits of a phone or an identity number, never shown, before more is. */
export function ProvePad({ more, dispatch, newId }: ProvePadProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const isBusy = more.kind === "proving";
  const digits = isBusy ? more.factor : more.digits;
  const refusal = isBusy ? null : more.refusal;
  const isWhole = digits.length === FACTOR_DIGITS;
  const set = (next: string): void => dispatch({ type: "typed-factor", digits: next });
  const add = (digit: string): void => set(`${digits}${digit}`);
  const cut = (): void => set(digits.slice(0, -1));
  const send = (): void => {
    if (isWhole && !isBusy) dispatch({ type: "proved", id: newId(), factor: digits });
  };
  useKeyboard({
    onCharacter: (character) => /^\d$/.test(character) && add(character),
    onBack: cut,
    onEnter: send,
  });
  const keyOf = (face: string): Key => ({ id: face, face, onPress: () => add(face) });
  const back: Key = {
    id: "back",
    face: <Delete aria-hidden size="1.2em" />,
    label: t`Xóa một chữ`,
    onPress: cut,
    columns: 2,
  };
  return (
    <StepFrame
      title={t`Xem thêm về hồ sơ`}
      lead={t`Nhập bốn số cuối của điện thoại hoặc của số căn cước đã khai.`}
      onBack={() => dispatch({ type: "went-back", hasOneService: false })}
    >
      <div className={styles["pad"]} data-testid="prove-pad">
        <output className={styles["dots"]} aria-label={t`Đã nhập ${digits.length} chữ số`}>
          {Array.from({ length: FACTOR_DIGITS }, (_, at) => (
            <span key={at} aria-hidden className={at < digits.length ? styles["set"] : ""} />
          ))}
        </output>
        {refusal !== null && (
          <Banner kind="danger" title={refusalText(i18n, refusal, {}).what} testId="factor-refused">
            {refusalText(i18n, refusal, {}).next}
          </Banner>
        )}
        <Keys keys={[...DIGITS.map(keyOf), keyOf("0"), back]} shape="digits" />
        <Button
          variant="primary"
          size="large"
          isDisabled={!isWhole || isBusy}
          onPress={send}
          testId="prove"
        >
          {isBusy ? t`Đang kiểm tra…` : t`Xem`}
        </Button>
      </div>
    </StepFrame>
  );
}

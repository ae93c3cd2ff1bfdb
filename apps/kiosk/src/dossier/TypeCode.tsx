import { formatIsoDate } from "@luot/i18n";
import { Banner, Button } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { CircleCheck, Delete, Search } from "lucide-react";
import type { Dispatch, ReactNode } from "react";
import type { KioskAction } from "../flow/Screen.ts";
import type { Hall } from "../hall/serviceStanding.ts";
import { type Key, Keys } from "../keys/Keys.tsx";
import { useKeyboard } from "../keys/useKeyboard.ts";
import { StepFrame } from "../screens/StepFrame.tsx";
import { agencyCodesOf, readTyped, type Typed } from "./readTyped.ts";
import styles from "./TypeCode.module.css";

export interface TypeCodeProps {
  readonly text: string;
  readonly hall: Hall;
  /** Whether a scanner may be there too. */
  readonly canScan: boolean;
  /** Epoch ms of the hub's clock. */
  readonly now: number;
  readonly dispatch: Dispatch<KioskAction>;
  readonly newId: () => string;
}

const CHARACTERS = "1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ.-".split("");
const TYPEABLE = /^[\p{L}\d ./_-]$/u;

/** The code of a dossier, typed; what is read of it stands below while it is typed. */
export function TypeCode(props: TypeCodeProps): ReactNode {
  const { text, hall, canScan, dispatch } = props;
  const { t } = useLingui();
  const typed = readTyped(text, {
    agencyCodes: agencyCodesOf(hall.settings),
    extraCodes: hall.settings.dossiers?.extraCodes ?? [],
    now: props.now,
  });
  const set = (next: string): void => dispatch({ type: "typed", text: next });
  const add = (character: string): void => set(`${text}${character.toUpperCase()}`);
  const cut = (): void => set(text.slice(0, -1));
  const asked = askedOf(typed);
  const send = (): void => {
    if (asked === null) return;
    const question = { id: props.newId(), text: asked, by: "typing" } as const;
    dispatch({ type: "looked-up", question, at: performance.now() });
  };
  useKeyboard({
    onCharacter: (character) => TYPEABLE.test(character) && add(character),
    onBack: cut,
    onEnter: send,
  });
  const keys: readonly Key[] = [
    ...CHARACTERS.map((face) => ({ id: face, face, onPress: () => add(face) })),
    {
      id: "back",
      face: <Delete aria-hidden size="1.2em" />,
      label: t`Xóa một chữ`,
      onPress: cut,
      columns: 2,
    },
  ];
  return (
    <StepFrame
      title={t`Tra cứu hồ sơ`}
      lead={
        canScan
          ? t`Mời quét mã trên Giấy tiếp nhận, hoặc nhập mã hồ sơ.`
          : t`Mời nhập mã hồ sơ ghi trên Giấy tiếp nhận.`
      }
      onBack={() => dispatch({ type: "went-back", hasOneService: false })}
    >
      <output className={styles["field"]} data-testid="typed-code" aria-label={t`Mã đã nhập`}>
        {text}
        <span aria-hidden className={styles["caret"]} />
      </output>
      <Hint typed={typed} />
      <div className={styles["pad"]}>
        <Keys keys={keys} shape="letters" />
        <div className={styles["actions"]}>
          <Button
            variant="quiet"
            size="large"
            isDisabled={text === ""}
            onPress={() => set("")}
            testId="clear-code"
          >
            {t`Xóa hết`}
          </Button>
          <Button
            variant="primary"
            size="large"
            icon={<Search aria-hidden size="1.2em" />}
            isDisabled={asked === null}
            onPress={send}
            testId="look-up"
          >
            {t`Tra cứu`}
          </Button>
        </div>
      </div>
    </StepFrame>
  );
}

function Hint({ typed }: { readonly typed: Typed }): ReactNode {
  const { t } = useLingui();
  if (typed.kind === "identity")
    return (
      <Banner kind="warning" title={t`Đây không giống mã hồ sơ`} testId="typed-identity">
        {t`Máy không tra cứu bằng số căn cước.`}
      </Banner>
    );
  if (typed.kind !== "code")
    return (
      <p className={styles["hint"]}>
        {t`Mã gồm chữ và số, ví dụ H56.29-250401-0003. Có thể bỏ dấu chấm, dấu gạch.`}
      </p>
    );
  if (typed.isFromFuture)
    return (
      <Banner kind="warning" title={t`Mã hồ sơ không hợp lệ`} testId="typed-future">
        {t`Ngày trong mã chưa đến. Mời ông/bà xem lại mã.`}
      </Banner>
    );
  return (
    <p className={styles["read"]} data-testid="read-code">
      <CircleCheck aria-hidden size="1.4em" />
      <span>
        <strong>{typed.code}</strong> {t`nhận ngày ${{ date: formatIsoDate(typed.received) }}`}
      </span>
    </p>
  );
}

/** What is asked about; `null` while there is nothing to ask. */
function askedOf(typed: Typed): string | null {
  if (typed.kind === "code") return typed.code;
  return typed.kind === "other" ? typed.text : null;
}

import { useLingui } from "@lingui/react/macro";
import type { DossierView } from "@luot/contract";
import { dossierStatusText, useLanguage } from "@luot/i18n";
import { Banner, Button, Dialog } from "@luot/ui";
import { type ReactNode, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import { useDossierRefusal } from "../dossier/useDossierWords.ts";
import { focusAtStart } from "../screens/focusAtStart.ts";
import { ChoiceDialog } from "./ChoiceDialog.tsx";
import styles from "./ChoiceDialog.module.css";
import { numbered } from "./choices.ts";
import type { QuestionProps } from "./QuestionProps.ts";

const ADD = "add";

/** What to do with the dossiers of the number at the counter. */
export function DossiersQuestion({ dossiers, ask }: QuestionProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const choices = [
    { id: ADD, name: t`Thêm hồ sơ` },
    ...dossiers.state.dossiers.map(({ ref, code, status }) => ({
      id: ref,
      name: `${code} · ${dossierStatusText(i18n, status)}`,
    })),
  ];
  return (
    <ChoiceDialog
      title={t`Hồ sơ của số này`}
      choices={numbered(choices)}
      onClose={() => ask(null)}
      onChoose={(id) => {
        const dossier = dossiers.state.dossiers.find(({ ref }) => ref === id);
        ask(dossier === undefined ? { kind: "dossier-add" } : { kind: "dossier", dossier });
      }}
    />
  );
}

/** What to do with one of them. */
export function DossierQuestion(
  props: QuestionProps & { readonly dossier: DossierView },
): ReactNode {
  const { dossier, dossiers, mayOpenHolder, ask } = props;
  const { t } = useLingui();
  const { ref, code } = dossier;
  const { wishes, state } = dossiers;
  const isLeft = state.left.has(ref);
  const choices = [
    {
      id: "note",
      name: isLeft ? t`Ghi hồ sơ vào lượt này` : t`Không ghi hồ sơ vào lượt này`,
      act: () => wishes.setNoted(ref, isLeft),
    },
    { id: "copy", name: t`Chép mã`, act: () => wishes.copy(code) },
    ...(mayOpenHolder
      ? [{ id: "holder", name: t`Xem người nộp`, act: () => wishes.openHolder(ref) }]
      : []),
  ];
  return (
    <ChoiceDialog
      title={t`Hồ sơ ${code}`}
      choices={numbered(choices)}
      onClose={() => ask(null)}
      onChoose={(id) => {
        ask(null);
        choices.find((choice) => choice.id === id)?.act();
      }}
    />
  );
}

/** Another dossier for the visit: its code, typed or from a scanner that types. */
export function AddDossierQuestion({ dossiers, ask }: QuestionProps): ReactNode {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const refusal = useDossierRefusal();
  const { state, wishes } = dossiers;
  const { adding } = state;
  const isAsking = adding.status === "asking";
  const refused = adding.status === "refused" ? refusal(adding.why) : null;
  const close = (): void => {
    wishes.forgetRefusal();
    ask(null);
  };

  async function add(): Promise<void> {
    if (isAsking || typed.trim() === "") return;
    if (await wishes.add(typed)) ask(null);
  }

  return (
    <Dialog
      title={t`Thêm hồ sơ vào lượt này`}
      isOpen
      onClose={close}
      testId="add-dossier"
      actions={
        <>
          <Button variant="quiet" onPress={close}>{t`Thôi (Esc)`}</Button>
          <Button
            variant="primary"
            isDisabled={isAsking || typed.trim() === ""}
            onPress={() => void add()}
            testId="confirm-dossier"
          >
            {isAsking ? t`Đang hỏi hồ sơ…` : t`Thêm`}
          </Button>
        </>
      }
    >
      <div className={styles["body"]}>
        <TextField
          className={styles["search"] ?? ""}
          value={typed}
          onChange={(text) => {
            wishes.forgetRefusal();
            setTyped(text);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return event.continuePropagation();
            event.preventDefault();
            return void add();
          }}
        >
          <Label>{t`Gõ hoặc quét mã hồ sơ, rồi Enter`}</Label>
          <Input
            ref={focusAtStart}
            className={styles["input"] ?? ""}
            autoComplete="off"
            spellCheck="false"
            maxLength={300}
            data-testid="dossier-code"
          />
        </TextField>
        {refused !== null && (
          <Banner kind="warning" title={refused.what} testId="add-refusal">
            {refused.next}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}

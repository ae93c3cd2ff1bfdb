import { useLingui } from "@lingui/react/macro";
import type { PaperMode } from "@luot/contract";
import { textOf, useLanguage } from "@luot/i18n";
import { Button } from "@luot/ui";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import type { NotAdded } from "../offline/counterLog.ts";
import styles from "./PaperList.module.css";

const SHOWN = 40;

export interface PaperListProps {
  readonly paper: PaperMode;
  readonly mayCall: boolean;
  readonly mayAdd: boolean;
  readonly onCall: (label: string) => void;
  readonly onAdd: (typed: string) => NotAdded | null;
}

/** Whom this counter calls in paper mode, and a field for numbers that people bring on paper. */
export function PaperList({ paper, mayCall, mayAdd, onCall, onAdd }: PaperListProps): ReactNode {
  const { t } = useLingui();
  const { language } = useLanguage();
  const { list } = paper.stock;
  const more = list.length - SHOWN;
  return (
    <aside className={styles["panel"]} aria-label={t`Danh sách của quầy`}>
      <h2 className={styles["title"]} data-testid="paper-count">
        {t`Danh sách của quầy: ${{ count: list.length }}`}
      </h2>
      <ol className={styles["list"]} data-testid="paper-list">
        {list.length === 0 && <li className={styles["soft"]}>{t`Đã gọi hết danh sách.`}</li>}
        {list.slice(0, SHOWN).map(({ label, service }) => (
          <li key={label} className={styles["row"]}>
            <strong className={styles["label"]}>{label}</strong>
            {service !== null && (
              <span className={styles["soft"]}>{textOf(service, language)}</span>
            )}
          </li>
        ))}
        {more > 0 && <li className={styles["soft"]}>{t`và ${more} số nữa`}</li>}
      </ol>
      <h2 className={styles["title"]}>{t`Số khách mang đến`}</h2>
      <ul className={styles["added"]}>
        {paper.added.map(({ label }) => (
          <li key={label} className={styles["row"]}>
            <strong className={styles["label"]}>{label}</strong>
            <Button
              variant="quiet"
              isDisabled={!mayCall}
              onPress={() => onCall(label)}
              label={t`Gọi ${label}`}
              testId={`call-${label}`}
            >{t`Gọi số`}</Button>
          </li>
        ))}
      </ul>
      <AddForm mayAdd={mayAdd} onAdd={onAdd} />
    </aside>
  );
}

function AddForm({ mayAdd, onAdd }: Pick<PaperListProps, "mayAdd" | "onAdd">): ReactNode {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState<NotAdded | null>(null);
  const add = (): void => {
    if (!mayAdd || typed.trim() === "") return;
    const why = onAdd(typed);
    setRefused(why);
    if (why === null) setTyped("");
  };
  return (
    <form
      className={styles["form"]}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        className={styles["field"] ?? ""}
        value={typed}
        onChange={setTyped}
        maxLength={16}
        isDisabled={!mayAdd}
      >
        <Label>{t`Ghi số trên phiếu, ví dụ BK2-07`}</Label>
        <Input
          className={styles["input"] ?? ""}
          autoComplete="off"
          spellCheck="false"
          data-testid="add-label"
        />
      </TextField>
      <input type="submit" hidden />
      <Button variant="secondary" isDisabled={!mayAdd} onPress={add} testId="add">{t`Thêm`}</Button>
      <p role="alert" className={styles["problem"]}>
        {refused !== null && wordsOf(refused)}
      </p>
    </form>
  );

  function wordsOf(why: NotAdded): string {
    switch (why.why) {
      case "no_label":
        return t`Đây không phải là một số thứ tự.`;
      case "here_already":
        return t`Số này đã có ở quầy.`;
      case "full":
        return t`Không ghi thêm được nữa.`;
      case "elsewhere": {
        const { number } = why;
        return t`Số này do quầy ${number} gọi.`;
      }
      default:
        return why satisfies never;
    }
  }
}

import { useLingui } from "@lingui/react/macro";
import type { DossierAdmin } from "@luot/contract";
import { Banner, Button } from "@luot/ui";
import { Database } from "lucide-react";
import { type ReactNode, useState } from "react";
import { CopyText } from "../parts/CopyText.tsx";
import list from "../launcher/List.module.css";
import { Panel } from "../parts/Panel.tsx";
import { type Answer, makeKey, type Refusal } from "./askDossiers.ts";
import styles from "./Dossiers.module.css";
import { Refused } from "./Refused.tsx";
import { SourceForm } from "./SourceForm.tsx";
import { SourceItem } from "./SourceItem.tsx";

export interface SourceListProps {
  readonly admin: DossierAdmin;
  readonly timeZone: string;
  readonly refresh: () => void;
}

type Open =
  | { readonly kind: "none" }
  | { readonly kind: "new" }
  | { readonly kind: "edit"; readonly id: string };

/** Where dossiers come from: each with its last run, and what can be done with it. */
export function SourceList({ admin, timeZone, refresh }: SourceListProps): ReactNode {
  const { t } = useLingui();
  const [open, setOpen] = useState<Open>({ kind: "none" });
  const [error, setError] = useState<Refusal | null>(null);
  const [key, setKey] = useState<{ readonly id: string; readonly key: string } | null>(null);
  const edited =
    open.kind === "edit"
      ? (admin.sources.find(({ source }) => source.id === open.id) ?? null)
      : null;
  return (
    <Panel title={t`Nguồn hồ sơ`} icon={<Database aria-hidden size="1.3rem" />} testId="sources">
      <Refused error={error} />
      {key !== null && (
        <Banner
          kind="warning"
          title={t`Khóa gửi hồ sơ của ${{ source: key.id }}`}
          testId="push-key"
        >
          <p>{t`Chỉ hiện một lần. Chép vào phần mềm một cửa ngay bây giờ. Khóa cũ không dùng được nữa.`}</p>
          <CopyText text={key.key} label={t`Khóa gửi hồ sơ`} testId="push-key-text" />
          <Button variant="quiet" onPress={() => setKey(null)}>{t`Đã chép xong`}</Button>
        </Banner>
      )}
      <ul className={list["list"]}>
        {admin.sources.map((seen) => (
          <SourceItem
            key={seen.source.id}
            seen={seen}
            timeZone={timeZone}
            onEdit={() => setOpen({ kind: "edit", id: seen.source.id })}
            onKey={() => void newKey(seen.source.id)}
            run={(doing) => void run(doing)}
          />
        ))}
      </ul>
      {open.kind === "none" ? (
        <div className={styles["buttons"]}>
          <Button variant="secondary" onPress={() => setOpen({ kind: "new" })} testId="add-source">
            {t`Thêm nguồn`}
          </Button>
        </div>
      ) : (
        <SourceForm
          key={open.kind === "edit" ? open.id : ""}
          seen={edited}
          takenIds={admin.sources.map(({ source }) => source.id)}
          mappings={admin.mappings}
          onClose={() => {
            setOpen({ kind: "none" });
            refresh();
          }}
        />
      )}
    </Panel>
  );

  async function run(doing: Promise<Answer<null>>): Promise<void> {
    const answer = await doing;
    setError(answer.ok ? null : answer.error);
    refresh();
  }

  async function newKey(id: string): Promise<void> {
    const answer = await makeKey(id);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) setKey({ id, key: answer.value });
    refresh();
  }
}

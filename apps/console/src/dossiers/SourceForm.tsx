import { useLingui } from "@lingui/react/macro";
import type { DossierAdmin } from "@luot/contract";
import { Banner, Button } from "@luot/ui";
import { type ReactNode, useState } from "react";
import { Choice } from "../launcher/Choice.tsx";
import { putSource, type Refusal } from "./askDossiers.ts";
import styles from "./Dossiers.module.css";
import { Field } from "./Field.tsx";
import { MappingEditor } from "./MappingEditor.tsx";
import { Refused } from "./Refused.tsx";
import { readDraft, type SourceDraft, slugOf, startDraft } from "./sourceDraft.ts";

type Source = DossierAdmin["sources"][number];

export interface SourceFormProps {
  /** The one that is changed; `null` for a new one. */
  readonly seen: Source | null;
  readonly takenIds: readonly string[];
  readonly mappings: DossierAdmin["mappings"];
  readonly onClose: () => void;
}

/** Makes a source, or changes it. */
export function SourceForm({ seen, takenIds, mappings, onClose }: SourceFormProps): ReactNode {
  const { t } = useLingui();
  const [draft, setDraft] = useState(() => startDraft(seen?.source ?? null));
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [error, setError] = useState<Refusal | null>(null);
  const change = (part: Partial<SourceDraft>): void => setDraft({ ...draft, ...part });
  const isNew = seen === null;
  const isTaken = isNew && takenIds.includes(draft.id);
  return (
    <section className={styles["form"]} aria-label={t`Sửa nguồn`} data-testid="source-form">
      <div className={styles["fields"]}>
        <Field
          label={t`Tên nguồn`}
          value={draft.name}
          isWrong={faults.includes("name")}
          onChange={(name) => change(isNew ? { name, id: slugOf(name) } : { name })}
          testId="source-name"
        />
        <Field
          label={t`Mã nguồn (a–z, 0–9, -)`}
          value={draft.id}
          isDisabled={!isNew}
          isWrong={isTaken || faults.includes("id")}
          onChange={(id) => change({ id })}
          testId="source-id"
        />
        {isNew && (
          <Choice
            label={t`Cách lấy`}
            value={draft.kind}
            options={[
              { id: "pull", name: t`Hỏi máy chủ một cửa theo lịch` },
              { id: "push", name: t`Phần mềm một cửa gửi đến` },
              { id: "file", name: t`Tệp` },
            ]}
            onChange={(kind) => change({ kind })}
          />
        )}
      </div>
      {draft.kind === "pull" && (
        <PullFields
          draft={draft}
          faults={faults}
          hasSecret={seen?.hasSecret === true}
          onChange={change}
        />
      )}
      <MappingEditor
        mapping={draft.mapping}
        ownMapping={draft.ownMapping}
        mappings={mappings}
        onChange={change}
      />
      {(faults.length > 0 || isTaken) && (
        <Banner kind="danger" title={t`Chưa lưu được`} testId="form-faults">
          {isTaken
            ? t`Mã nguồn này đã có. Đặt mã khác.`
            : t`Xem lại các ô có viền đỏ: ${{ fields: faults.join(", ") }}`}
        </Banner>
      )}
      <Refused error={error} />
      <div className={styles["buttons"]}>
        <Button
          variant="primary"
          onPress={() => void save()}
          testId="save-source"
        >{t`Lưu nguồn`}</Button>
        <Button variant="quiet" onPress={onClose}>{t`Bỏ qua`}</Button>
      </div>
    </section>
  );

  async function save(): Promise<void> {
    const read = readDraft(draft);
    setFaults(read.ok ? [] : read.faults);
    if (!read.ok || isTaken) return;
    const answer = await putSource(read.value);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) onClose();
  }
}

interface PullFieldsProps {
  readonly draft: SourceDraft;
  readonly faults: readonly string[];
  readonly hasSecret: boolean;
  readonly onChange: (part: Partial<SourceDraft>) => void;
}

function PullFields({ draft, faults, hasSecret, onChange }: PullFieldsProps): ReactNode {
  const { t } = useLingui();
  const isWrong = (path: string): boolean => faults.includes(path);
  return (
    <div className={styles["fields"]}>
      <Field
        label={t`Địa chỉ danh sách hồ sơ`}
        type="url"
        value={draft.url}
        isWrong={isWrong("pull.url")}
        onChange={(url) => onChange({ url })}
        testId="source-url"
      />
      <Field
        label={t`Địa chỉ đăng nhập (nếu có)`}
        type="url"
        value={draft.loginUrl}
        isWrong={isWrong("pull.login.url")}
        onChange={(loginUrl) => onChange({ loginUrl })}
      />
      <Field
        label={t`Tên đăng nhập`}
        value={draft.username}
        isWrong={isWrong("pull.login.username")}
        onChange={(username) => onChange({ username })}
      />
      <Field
        label={hasSecret ? t`Mật khẩu (để trống: giữ như cũ)` : t`Mật khẩu`}
        type="password"
        value={draft.password}
        isWrong={isWrong("pull.login.password")}
        onChange={(password) => onChange({ password })}
      />
      <Field
        label={t`Hỏi lại sau mỗi (phút)`}
        type="number"
        value={draft.everyMinutes}
        isWrong={isWrong("pull.everyMinutes")}
        onChange={(everyMinutes) => onChange({ everyMinutes })}
      />
      <Field
        label={t`Số dòng mỗi trang`}
        type="number"
        value={draft.pageSize}
        isWrong={isWrong("pull.pageSize")}
        onChange={(pageSize) => onChange({ pageSize })}
      />
    </div>
  );
}

import { useLingui } from "@lingui/react/macro";
import { BUILT_IN_MAPPINGS, type DossierAdmin, MAX_SAMPLE_BYTES } from "@luot/contract";
import type { MappingTrialResult } from "@luot/contract";
import { Button } from "@luot/ui";
import { type ReactNode, useState } from "react";
import { Choice } from "../launcher/Choice.tsx";
import { type Answer, tryMapping } from "./askDossiers.ts";
import styles from "./Dossiers.module.css";
import { FilePick } from "./Field.tsx";
import { Refused } from "./Refused.tsx";
import { base64Of, OWN, parseDocument } from "./sourceDraft.ts";
import { TrialView } from "./TrialView.tsx";

export interface MappingEditorProps {
  /** A mapping that comes with the hub, or `own`. */
  readonly mapping: string;
  readonly ownMapping: string;
  readonly mappings: DossierAdmin["mappings"];
  readonly onChange: (change: { readonly mapping: string; readonly ownMapping: string }) => void;
}

/** How records become dossiers: one that comes with the hub, or a document; tried on a sample. */
export function MappingEditor(props: MappingEditorProps): ReactNode {
  const { mapping, ownMapping, mappings, onChange } = props;
  const { t } = useLingui();
  const [trial, setTrial] = useState<Answer<MappingTrialResult> | null>(null);
  const names: Readonly<Record<string, string>> = {
    auto: t`Tự nhận ra theo tệp`,
    "dong-bo-ho-so-mc": t`Mẫu trao đổi DongBoHoSoMC`,
    "register-book": t`Sổ theo dõi hồ sơ`,
    "luot-json": t`JSON của hệ thống này`,
    [OWN]: t`Tự soạn`,
  };
  const isOwn = mapping === OWN;
  const isJson = !isOwn || parseDocument(ownMapping) !== undefined;
  const options = [...BUILT_IN_MAPPINGS, OWN].map((id) => ({ id, name: names[id] ?? id }));
  return (
    <div className={styles["form"]}>
      <div className={styles["buttons"]}>
        <Choice label={t`Cách ghép trường`} value={mapping} options={options} onChange={choose} />
        {mapping !== "auto" && (
          <FilePick
            label={t`Thử trên tệp mẫu (chưa nhập gì)`}
            accept=".xlsx,.csv,.txt,.json"
            onPick={(file) => void run(file)}
            testId="mapping-sample"
          />
        )}
      </div>
      {isOwn && (
        <label className={styles["field"]}>
          {t`Bảng ghép trường (JSON)`}
          <textarea
            value={ownMapping}
            spellCheck={false}
            aria-invalid={!isJson}
            data-testid="mapping-text"
            onChange={({ target }) => onChange({ mapping, ownMapping: target.value })}
          />
        </label>
      )}
      {isOwn && (
        <div className={styles["buttons"]}>
          <span className={styles["soft"]}>{t`Bắt đầu từ:`}</span>
          {mappings.map(({ name, mapping: document }) => (
            <Button
              key={name}
              variant="quiet"
              onPress={() =>
                onChange({ mapping: OWN, ownMapping: JSON.stringify(document, null, 2) })
              }
            >
              {names[name] ?? name}
            </Button>
          ))}
        </div>
      )}
      {!isJson && (
        <p className={styles["bad"]} role="alert">
          {t`Chưa phải JSON hợp lệ. Kiểm tra dấu phẩy, ngoặc và ngoặc kép.`}
        </p>
      )}
      {trial !== null &&
        (trial.ok ? <TrialView result={trial.value} /> : <Refused error={trial.error} />)}
    </div>
  );

  function choose(chosen: string): void {
    setTrial(null);
    const start = mappings.find(({ name }) => name === mapping) ?? mappings[0];
    const isFirst = chosen === OWN && ownMapping === "" && start !== undefined;
    const document = isFirst ? JSON.stringify(start.mapping, null, 2) : ownMapping;
    onChange({ mapping: chosen, ownMapping: document });
  }

  async function run(file: File): Promise<void> {
    const document = isOwn
      ? parseDocument(ownMapping)
      : mappings.find(({ name }) => name === mapping)?.mapping;
    if (document === undefined) return;
    // The hub refuses what is larger; it need not be sent for that.
    const isLarge = file.size > MAX_SAMPLE_BYTES;
    setTrial(
      isLarge
        ? { ok: false, error: { code: "too_large", detail: "" } }
        : await tryMapping(document, await base64Of(file)),
    );
  }
}

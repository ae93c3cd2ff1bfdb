import { useLingui } from "@lingui/react/macro";
import type { LauncherState } from "@luot/contract";
import type { CentreSettings } from "@luot/hub-client";
import { counterText, deviceRoleText, textOf, useLanguage } from "@luot/i18n";
import { Button } from "@luot/ui";
import { Link2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Panel } from "../parts/Panel.tsx";
import { Choice } from "./Choice.tsx";
import { counterChoice, decide, type PairDraft, startDraft, zonesOf } from "./pairDraft.ts";
import styles from "./Pairings.module.css";
import { placeText } from "./placeText.ts";
import type { Actions } from "./useActions.ts";

type Pairing = LauncherState["pairings"][number];

export interface PairingsProps {
  readonly pairings: readonly Pairing[];
  readonly settings: CentreSettings | null;
  readonly actions: Actions;
}

/** Devices that show a code and wait for somebody to confirm it here. */
export function Pairings({ pairings, settings, actions }: PairingsProps): ReactNode {
  const { t } = useLingui();
  return (
    <Panel
      title={t`Thiết bị chờ ghép nối`}
      note={t`Chỉ xác nhận khi mã dưới đây giống hệt mã trên màn hình của thiết bị.`}
      icon={<Link2 aria-hidden size="1.3rem" />}
      count={pairings.length}
    >
      <ul className={styles["list"]}>
        {settings !== null &&
          pairings.map((pairing) => (
            <PairingForm
              key={pairing.code}
              pairing={pairing}
              settings={settings}
              actions={actions}
            />
          ))}
      </ul>
    </Panel>
  );
}

interface PairingFormProps {
  readonly pairing: Pairing;
  readonly settings: CentreSettings;
  readonly actions: Actions;
}

function PairingForm({ pairing, settings, actions }: PairingFormProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const [draft, setDraft] = useState(() => startDraft(pairing, settings.counters));
  const { code } = pairing;
  const place = placeText(i18n, draft.counterId === "" ? null : draft.counterId, settings);
  const hasPlace = counterChoice(draft.role) !== "never";
  const name = [deviceRoleText(i18n, draft.role), hasPlace ? place : null]
    .filter(Boolean)
    .join(" · ");
  const decision = decide(code, draft, name);
  return (
    <li className={styles["pairing"]} data-testid={`pairing-${code}`}>
      <div>
        <p className={styles["code"]}>{code}</p>
        <p className={styles["soft"]}>
          {t`Muốn làm: ${{ role: deviceRoleText(i18n, pairing.wish.role) }}`}
        </p>
      </div>
      <div className={styles["form"]}>
        <Fields draft={draft} settings={settings} name={name} onChange={setDraft} />
        <Button
          variant="primary"
          testId={`pair-confirm-${code}`}
          isDisabled={decision === null}
          onPress={() => {
            if (decision !== null) actions.run({ kind: "pair", decision });
          }}
        >{t`Xác nhận`}</Button>
      </div>
    </li>
  );
}

interface FieldsProps {
  readonly draft: PairDraft;
  readonly settings: CentreSettings;
  /** The name it gets when none is written. */
  readonly name: string;
  readonly onChange: (draft: PairDraft) => void;
}

function Fields({ draft, settings, name, onChange }: FieldsProps): ReactNode {
  const { t } = useLingui();
  const { i18n, language } = useLanguage();
  const choice = counterChoice(draft.role);
  return (
    <>
      <Choice
        label={t`Vai trò`}
        value={draft.role}
        options={(["kiosk", "counter", "display"] as const).map((role) => ({
          id: role,
          name: deviceRoleText(i18n, role),
        }))}
        onChange={(role) => onChange({ ...draft, role })}
      />
      {choice !== "never" && (
        <Choice
          label={choice === "must" ? t`Quầy` : t`Quầy (bỏ trống nếu là bảng gọi số)`}
          value={draft.counterId}
          options={[
            { id: "", name: choice === "must" ? t`Chọn quầy` : t`Cả khu vực` },
            ...settings.counters.map(({ id, number, name: own }) => ({
              id,
              name: [counterText(i18n, number), own === null ? null : textOf(own, language)]
                .filter(Boolean)
                .join(" · "),
            })),
          ]}
          onChange={(counterId) => onChange({ ...draft, counterId })}
        />
      )}
      <Choice
        label={t`Khu vực`}
        value={draft.zone}
        options={[
          { id: "", name: t`Tất cả` },
          ...zonesOf(settings.counters).map((zone) => ({ id: zone, name: zone })),
        ]}
        onChange={(zone) => onChange({ ...draft, zone })}
      />
      <label className={styles["field"]}>
        {t`Tên thiết bị`}
        <input
          value={draft.name}
          maxLength={60}
          placeholder={name}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
      </label>
    </>
  );
}

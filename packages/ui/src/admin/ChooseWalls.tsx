import { counterText, useLanguage } from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "../controls/Button.tsx";
import styles from "./Admin.module.css";
import type { MonitorSeen, Places, WallSeen, WallsSeen } from "./AdminSeen.ts";
import { BoardFields } from "./BoardFields.tsx";
import { useWallDrafts, type WallDraft, type WallShare } from "./wallShares.ts";

export interface ChooseWallsProps {
  readonly walls: WallsSeen;
  readonly loadPlaces: () => Promise<Places>;
  readonly save: (walls: readonly WallSeen[]) => void;
  readonly onBack: () => void;
}

/** Asks which monitors are used, and what each shows. */
export function ChooseWalls({ walls, loadPlaces, save, onBack }: ChooseWallsProps): ReactNode {
  const { t } = useLingui();
  const { language } = useLanguage();
  const { drafts, setDraft, chosen } = useWallDrafts(walls, language);
  const places = usePlaces(loadPlaces);
  return (
    <div className={styles["form"]} data-testid="choose-walls">
      <h1>{t`Chọn màn hình`}</h1>
      <p className={styles["note"]}>{t`Mỗi khu chỉ một màn hình của máy này phát loa.`}</p>
      <ul className={styles["monitors"]}>
        {walls.monitors.map((monitor, i) => {
          const draft = drafts[i];
          return draft === undefined ? null : (
            <MonitorRow
              key={monitor.id}
              monitor={monitor}
              number={i + 1}
              draft={draft}
              places={places}
              onDraft={(changed) => setDraft(i, changed)}
            />
          );
        })}
      </ul>
      <div className={styles["choices"]}>
        <Button
          variant="primary"
          size="large"
          isDisabled={chosen === null}
          onPress={() => chosen !== null && save(chosen)}
          testId="walls-save"
        >
          {t`Lưu màn hình`}
        </Button>
        <Button variant="quiet" size="large" onPress={onBack} testId="walls-back">
          {t`Quay lại`}
        </Button>
      </div>
    </div>
  );
}

/** What the hub knows; nothing while it is not there. */
function usePlaces(load: () => Promise<Places>): Places {
  const [places, setPlaces] = useState<Places>({ zones: [], counters: [] });
  useEffect(() => {
    let isGone = false;
    load().then(
      (loaded) => !isGone && setPlaces(loaded),
      // Without the hub a monitor can still show all of the centre.
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [load]);
  return places;
}

interface MonitorRowProps {
  readonly monitor: MonitorSeen;
  readonly number: number;
  readonly draft: WallDraft;
  readonly places: Places;
  readonly onDraft: (draft: WallDraft) => void;
}

function MonitorRow({ monitor, number, draft, places, onDraft }: MonitorRowProps): ReactNode {
  const { t } = useLingui();
  const { label, x, y, width, height, isPrimary } = monitor;
  const name = [t`Màn hình ${number}`, label, isPrimary ? t`màn hình chính` : ""];
  const testId = `monitor-${number}`;
  return (
    <li className={styles["monitor"]}>
      <label>
        <span>{name.filter((part) => part !== "").join(" · ")}</span>
        <span className={styles["note"]}>{`${width} × ${height} · (${x}, ${y})`}</span>
        <select
          className={styles["input"]}
          value={draft.share}
          onChange={({ target }) => onDraft({ ...draft, share: target.value as WallShare })}
          data-testid={testId}
        >
          <ShareOptions share={draft.share} places={places} />
        </select>
      </label>
      {draft.share === "board" && (
        <BoardFields
          draft={draft.board}
          onChange={(board) => onDraft({ ...draft, board })}
          testId={testId}
        />
      )}
    </li>
  );
}

type ShareOptionsProps = Pick<MonitorRowProps, "places"> & Pick<WallDraft, "share">;

function ShareOptions({ share, places }: ShareOptionsProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const options: readonly (readonly [WallShare, string])[] = [
    ["off", t`Không dùng`],
    ["all", t`Cả trung tâm`],
    ["board", t`Tình hình giải quyết hồ sơ`],
    ...places.zones.map((zone): [WallShare, string] => [`zone:${zone}`, t`Khu ${zone}`]),
    ...places.counters.map((counter): [WallShare, string] => [
      `counter:${counter.id}`,
      counterText(i18n, counter.number),
    ]),
  ];
  // What was chosen before stays a choice, also while the hub is not there to name it.
  const isNamed = options.some(([value]) => value === share);
  const all = isNamed ? options : [...options, [share, share.replace(/^.*:/u, "")] as const];
  return all.map(([value, text]) => (
    <option key={value} value={value}>
      {text}
    </option>
  ));
}

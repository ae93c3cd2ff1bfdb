import { counterText, useLanguage } from "@luot/i18n";
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "../controls/Button.tsx";
import styles from "./Admin.module.css";
import type { MonitorSeen, Places, WallSeen, WallsSeen } from "./AdminSeen.ts";
import { useWallShares, type WallShare } from "./wallShares.ts";

export interface ChooseWallsProps {
  readonly walls: WallsSeen;
  readonly loadPlaces: () => Promise<Places>;
  readonly save: (walls: readonly WallSeen[]) => void;
  readonly onBack: () => void;
}

/** Asks which monitors are used, and what each shows. */
export function ChooseWalls({ walls, loadPlaces, save, onBack }: ChooseWallsProps): ReactNode {
  const { t } = useLingui();
  const { shares, setShare, chosen } = useWallShares(walls);
  const places = usePlaces(loadPlaces);
  return (
    <div className={styles["form"]} data-testid="choose-walls">
      <h1>{t`Chọn màn hình`}</h1>
      <p className={styles["note"]}>{t`Mỗi khu chỉ một màn hình của máy này phát loa.`}</p>
      <ul className={styles["monitors"]}>
        {walls.monitors.map((monitor, i) => (
          <MonitorRow
            key={monitor.id}
            monitor={monitor}
            number={i + 1}
            share={shares[i] ?? "off"}
            places={places}
            onShare={(share) => setShare(i, share)}
          />
        ))}
      </ul>
      <div className={styles["choices"]}>
        <Button
          variant="primary"
          size="large"
          isDisabled={chosen.length === 0}
          onPress={() => save(chosen)}
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
  readonly share: WallShare;
  readonly places: Places;
  readonly onShare: (share: WallShare) => void;
}

function MonitorRow({ monitor, number, share, places, onShare }: MonitorRowProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const { label, x, y, width, height, isPrimary } = monitor;
  const name = [t`Màn hình ${number}`, label, isPrimary ? t`màn hình chính` : ""];
  const options: readonly (readonly [WallShare, string])[] = [
    ["off", t`Không dùng`],
    ["all", t`Cả trung tâm`],
    ...places.zones.map((zone): [WallShare, string] => [`zone:${zone}`, t`Khu ${zone}`]),
    ...places.counters.map((counter): [WallShare, string] => [
      `counter:${counter.id}`,
      counterText(i18n, counter.number),
    ]),
  ];
  // What was chosen before stays a choice, also while the hub is not there to name it.
  const isNamed = options.some(([value]) => value === share);
  const all = isNamed ? options : [...options, [share, share.replace(/^.*:/u, "")] as const];
  return (
    <li className={styles["monitor"]}>
      <label>
        <span>{name.filter((part) => part !== "").join(" · ")}</span>
        <span className={styles["note"]}>{`${width} × ${height} · (${x}, ${y})`}</span>
        <select
          className={styles["input"]}
          value={share}
          onChange={(event) => onShare(event.target.value as WallShare)}
          data-testid={`monitor-${number}`}
        >
          {all.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
    </li>
  );
}

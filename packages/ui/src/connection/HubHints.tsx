import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useState } from "react";
import type { HubHint } from "../admin/AdminSeen.ts";
import styles from "./ChooseHub.module.css";

const LOOK_EVERY_MS = 2_000;

export interface HubHintsProps {
  readonly findHubs: () => Promise<readonly HubHint[]>;
  readonly onPick: (url: string) => void;
}

/** The hubs that say on the network that they are there; nothing where none does. */
export function HubHints({ findHubs, onPick }: HubHintsProps): ReactNode {
  const { t } = useLingui();
  const hubs = useHints(findHubs);
  if (hubs.length === 0) return null;
  return (
    <div className={styles["hints"]} data-testid="hub-hints">
      <p className={styles["soft"]}>{t`Máy chủ tìm thấy trong mạng. Chạm để điền địa chỉ.`}</p>
      {hubs.map(({ name, url }) => (
        <button
          key={url}
          type="button"
          className={styles["hint"]}
          onClick={() => onPick(url)}
          data-testid="hub-hint"
        >
          <strong>{name === "" ? t`Máy chủ Lượt` : name}</strong>
          <span>{url.replace(/^http:\/\//u, "")}</span>
        </button>
      ))}
    </div>
  );
}

/** Looks again and again as long as the screen is shown. */
function useHints(findHubs: () => Promise<readonly HubHint[]>): readonly HubHint[] {
  const [hubs, setHubs] = useState<readonly HubHint[]>([]);
  useEffect(() => {
    let isGone = false;
    const look = (): void => {
      findHubs().then(
        (found) => !isGone && setHubs(found),
        // A hint that is missing is no fault: the address can be typed.
        () => {},
      );
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [findHubs]);
  return hubs;
}

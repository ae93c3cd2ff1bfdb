import type { ReactNode } from "react";
import { Button as AriaButton, ToggleButton } from "react-aria-components";
import { usePressLock } from "../hooks/usePressLock.ts";
import styles from "./Tile.module.css";

export interface TileProps {
  readonly title: string;
  /** A second, quieter line. */
  readonly note?: ReactNode;
  readonly icon?: ReactNode;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  /** Makes it a choice that is on or off. */
  readonly isSelected?: boolean;
  readonly testId?: string;
}

/** A large choice: at least 60 × 35 mm on a kiosk. */
export function Tile(props: TileProps): ReactNode {
  const { isSelected, isDisabled = false, testId } = props;
  const press = usePressLock(props.onPress);
  const common = {
    className: styles["tile"] ?? "",
    isDisabled,
    onPress: press,
    ...(testId === undefined ? {} : { "data-testid": testId }),
  };
  if (isSelected === undefined)
    return (
      <AriaButton {...common}>
        <Face {...props} />
      </AriaButton>
    );
  return (
    <ToggleButton {...common} isSelected={isSelected}>
      <Face {...props} />
    </ToggleButton>
  );
}

function Face({ icon, title, note }: TileProps): ReactNode {
  return (
    <>
      {icon !== undefined && <span className={styles["icon"]}>{icon}</span>}
      <span className={styles["words"]}>
        <span className={styles["title"]}>{title}</span>
        {note !== undefined && <span className={styles["note"]}>{note}</span>}
      </span>
    </>
  );
}

import { useLingui } from "@lingui/react/macro";
import { Button } from "@luot/ui";
import { TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import styles from "./ShortcutsDialog.module.css";

const MODIFIERS = ["Ctrl+Alt", "Ctrl+Alt+Shift", "Ctrl", "Ctrl+Shift", "Alt", "Alt+Shift", ""];
const LETTERS = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
const FUNCTIONS = Array.from({ length: 12 }, (_, i) => `F${i + 1}`);

export interface ShortcutRowProps {
  readonly id: string;
  readonly name: string;
  /** As they are now, e.g. `Ctrl+Alt+N`. */
  readonly keys: string;
  /** Another program had them first. */
  readonly isHeld: boolean;
  readonly onChange: (keys: string) => void;
}

/** One shortcut: what it does, its keys, and the choice of others. */
export function ShortcutRow({ id, name, keys, isHeld, onChange }: ShortcutRowProps): ReactNode {
  const { t } = useLingui();
  const cut = keys.lastIndexOf("+");
  const [modifiers, setModifiers] = useState(cut < 0 ? "" : keys.slice(0, cut));
  const [key, setKey] = useState(keys.slice(cut + 1));
  const next = modifiers === "" ? key : `${modifiers}+${key}`;
  return (
    <fieldset className={styles["row"]}>
      <legend className={styles["name"]}>{name}</legend>
      <select
        className={styles["select"]}
        value={modifiers}
        onChange={({ target }) => setModifiers(target.value)}
        aria-label={t`Phím giữ`}
        data-testid={`modifiers-${id}`}
      >
        {MODIFIERS.map((one) => (
          <option key={one} value={one}>
            {one === "" ? t`không` : one}
          </option>
        ))}
      </select>
      <span aria-hidden>+</span>
      <select
        className={styles["select"]}
        value={key}
        onChange={({ target }) => setKey(target.value)}
        aria-label={t`Phím`}
        data-testid={`key-${id}`}
      >
        {[...LETTERS, ...FUNCTIONS].map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <Button
        variant="secondary"
        isDisabled={next === keys && !isHeld}
        onPress={() => onChange(next)}
        testId={`change-${id}`}
      >{t`Đổi`}</Button>
      {isHeld && (
        <p className={styles["held"]}>
          <TriangleAlert aria-hidden size="1em" />
          {t`Chương trình khác đang dùng ${keys}.`}
        </p>
      )}
    </fieldset>
  );
}

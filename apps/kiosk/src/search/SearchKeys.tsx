import { useLingui } from "@lingui/react/macro";
import { Delete, Space } from "lucide-react";
import type { ReactNode } from "react";
import { type Key, Keys } from "../keys/Keys.tsx";
import { useKeyboard } from "../keys/useKeyboard.ts";
import styles from "./Search.module.css";

const CHARACTERS = "1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
const TYPEABLE = /^[\p{L}\p{M}\d ./,()-]$/u;

/** Keys for a name without accents; a real keyboard does the same wherever the focus is. */
export function SearchKeys(props: {
  readonly query: string;
  readonly onType: (text: string) => void;
}): ReactNode {
  const { query, onType } = props;
  const { t } = useLingui();
  const add = (character: string): void => onType(`${query}${character.toLowerCase()}`);
  const cut = (): void => onType(query.slice(0, -1));
  useKeyboard({
    onCharacter: (character) => TYPEABLE.test(character) && add(character),
    onBack: cut,
    // The hits are there while one types.
    onEnter: () => {},
  });
  const keys: readonly Key[] = [
    ...CHARACTERS.map((face) => ({ id: face, face, onPress: () => add(face) })),
    {
      id: "space",
      face: <Space aria-hidden size="1.2em" />,
      label: t`Dấu cách`,
      onPress: () => add(" "),
      columns: 2,
    },
    {
      id: "back",
      face: <Delete aria-hidden size="1.2em" />,
      label: t`Xóa một chữ`,
      onPress: cut,
      isDisabled: query === "",
      columns: 2,
    },
  ];
  return (
    <div className={styles["keys"]}>
      <Keys keys={keys} shape="letters" />
    </div>
  );
}

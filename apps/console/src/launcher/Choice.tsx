import type { ReactNode } from "react";
import styles from "./Pairings.module.css";

export interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly onChange: (id: Id) => void;
}

/** One of several, in the browser's own list: few and plain, and it works on every machine. */
export function Choice<Id extends string>(props: ChoiceProps<Id>): ReactNode {
  const { label, value, options, onChange } = props;
  return (
    <label className={styles["field"]}>
      {label}
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = options.find(({ id }) => id === target.value);
          if (chosen !== undefined) onChange(chosen.id);
        }}
      >
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

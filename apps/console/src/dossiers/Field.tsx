import type { ReactNode } from "react";
import styles from "./Dossiers.module.css";

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isWrong?: boolean;
  readonly isDisabled?: boolean;
  readonly type?: "text" | "password" | "number" | "url";
  readonly testId?: string;
}

/** One line of a form. */
export function Field(props: FieldProps): ReactNode {
  const { label, value, onChange, isWrong = false, isDisabled = false, type = "text" } = props;
  return (
    <label className={styles["field"]}>
      {label}
      <input
        type={type}
        value={value}
        disabled={isDisabled}
        aria-invalid={isWrong}
        autoComplete={type === "password" ? "new-password" : "off"}
        onChange={({ target }) => onChange(target.value)}
        {...(props.testId === undefined ? {} : { "data-testid": props.testId })}
      />
    </label>
  );
}

export interface FilePickProps {
  readonly label: string;
  readonly accept: string;
  readonly onPick: (file: File) => void;
  readonly isDisabled?: boolean;
  readonly testId: string;
}

/** A file of this machine. The same one can be chosen again after it was changed. */
export function FilePick(props: FilePickProps): ReactNode {
  const { label, accept, onPick, isDisabled = false, testId } = props;
  return (
    <label className={styles["file"]}>
      {label}
      <input
        type="file"
        accept={accept}
        disabled={isDisabled}
        data-testid={testId}
        onClick={({ currentTarget }) => {
          currentTarget.value = "";
        }}
        onChange={({ target }) => {
          const file = target.files?.item(0) ?? null;
          if (file !== null) onPick(file);
        }}
      />
    </label>
  );
}

import { useLingui } from "@lingui/react/macro";
import { Button } from "@luot/ui";
import { Search, X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import styles from "./Search.module.css";

/**
 * What is typed. It is a real field, so that a keyboard with its own Vietnamese input method works
 * too, but it never calls up a keyboard of the system.
 */
export function SearchField(props: {
  readonly query: string;
  readonly onType: (text: string) => void;
}): ReactNode {
  const { query, onType } = props;
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles["field"]}>
      <Search aria-hidden size="1.6em" />
      <input
        ref={field}
        type="text"
        inputMode="none"
        lang="vi"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        value={query}
        aria-label={t`Tên việc cần làm`}
        placeholder={t`Gõ tên việc, không cần gõ dấu`}
        onChange={({ target }) => onType(target.value)}
        data-testid="search-field"
      />
      {query !== "" && (
        <Button
          variant="quiet"
          icon={<X aria-hidden size="1.4em" />}
          onPress={() => onType("")}
          testId="clear-search"
        >
          {t`Xóa hết`}
        </Button>
      )}
    </div>
  );
}

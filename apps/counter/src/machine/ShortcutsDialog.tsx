import { useLingui } from "@lingui/react/macro";
import {
  DESK_SHORTCUTS,
  type DeskRefusal,
  type DeskShortcut,
  type ShellDesk,
  type ShortcutKeys,
} from "@luot/contract";
import { Button, Dialog } from "@luot/ui";
import { type ReactNode, useEffect, useState } from "react";
import { ShortcutRow } from "./ShortcutRow.tsx";
import styles from "./ShortcutsDialog.module.css";

export interface ShortcutsDialogProps {
  readonly shell: ShellDesk;
  readonly onClose: () => void;
}

/** The keys that work while another program is in front, and a way to have others. */
export function ShortcutsDialog({ shell, onClose }: ShortcutsDialogProps): ReactNode {
  const { t } = useLingui();
  const [keys, setKeys] = useState<ShortcutKeys | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void shell.shortcuts().then((now) => !isGone && setKeys(now));
    return () => {
      isGone = true;
    };
  }, [shell]);
  const names: Readonly<Record<DeskShortcut, string>> = {
    "call-next": t`Gọi số tiếp theo`,
    recall: t`Gọi lại`,
    finish: t`Hoàn thành`,
    "show-bar": t`Hiện hoặc ẩn thanh nhỏ`,
  };

  async function change(shortcut: DeskShortcut, next: string): Promise<void> {
    const done = await shell.changeShortcut(shortcut, next);
    setProblem(done.ok ? null : wordsOf(done.code, next));
    setKeys(await shell.shortcuts());
  }

  return (
    <Dialog
      title={t`Phím tắt khi đang dùng chương trình khác`}
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose} testId="close-shortcuts">{t`Xong`}</Button>
      }
      testId="shortcuts"
    >
      <div className={styles["rows"]}>
        {keys !== null &&
          DESK_SHORTCUTS.map((shortcut) => (
            <ShortcutRow
              key={`${shortcut} ${keys[shortcut].keys}`}
              id={shortcut}
              name={names[shortcut]}
              {...keys[shortcut]}
              onChange={(next) => void change(shortcut, next)}
            />
          ))}
      </div>
      <p role="alert" className={styles["problem"]} data-testid="shortcut-problem">
        {problem}
      </p>
    </Dialog>
  );

  function wordsOf(code: DeskRefusal, next: string): string {
    switch (code) {
      case "held_elsewhere":
        return t`Chương trình khác đang dùng ${next}. Phím cũ vẫn giữ nguyên.`;
      case "used_already":
        return t`${next} đang dùng cho việc khác ở đây. Chọn phím khác.`;
      case "bad_keys":
        return t`Không dùng được phím này. Cần có Ctrl hoặc Alt, trừ F1–F12.`;
      case "cannot_store":
        return t`Không lưu được. Phím cũ vẫn giữ nguyên.`;
      default:
        return code satisfies never;
    }
  }
}

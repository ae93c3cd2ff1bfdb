import { useLingui } from "@lingui/react/macro";
import type { ShellDesk } from "@luot/contract";
import { Button } from "@luot/ui";
import { Settings2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useOffline } from "../offline/OfflineContext.tsx";
import { ChoiceDialog } from "../questions/ChoiceDialog.tsx";
import { numbered } from "../questions/choices.ts";
import { ShortcutsDialog } from "./ShortcutsDialog.tsx";

export interface DeskMenuProps {
  readonly shell: ShellDesk;
  /** Only while nobody is signed in, and the hub knows all that was done here. */
  readonly mayChangeCounter: boolean;
}

/** What an officer may set about the machine the app runs on. */
export function DeskMenu({ shell, mayChangeCounter }: DeskMenuProps): ReactNode {
  const { t } = useLingui();
  const { desk } = useOffline();
  const [open, setOpen] = useState<"menu" | "shortcuts" | null>(null);
  const choices = [
    { id: "bar" as const, name: t`Hiện hoặc ẩn thanh nhỏ` },
    { id: "shortcuts" as const, name: t`Phím tắt` },
    ...(mayChangeCounter ? [{ id: "counter" as const, name: t`Máy này ở quầy khác` }] : []),
  ];
  return (
    <>
      <Button
        variant="quiet"
        icon={<Settings2 aria-hidden size="1.1em" />}
        onPress={() => setOpen("menu")}
        testId="desk-menu"
      >{t`Máy này`}</Button>
      {open === "menu" && (
        <ChoiceDialog
          title={t`Máy này`}
          choices={numbered(choices)}
          onClose={() => setOpen(null)}
          onChoose={(id) => {
            setOpen(id === "shortcuts" ? "shortcuts" : null);
            if (id === "bar") void shell.toggleBar();
            if (id !== "counter") return;
            desk.leave();
            void shell.chooseCounter(null);
          }}
        />
      )}
      {open === "shortcuts" && <ShortcutsDialog shell={shell} onClose={() => setOpen(null)} />}
    </>
  );
}

import { useLingui } from "@lingui/react/macro";
import { officerRoleText, useLanguage } from "@luot/i18n";
import { Button } from "@luot/ui";
import { DoorClosed, Lock, LogOut } from "lucide-react";
import type { ReactNode } from "react";
import type { Commands } from "../desk/useCommands.ts";
import type { Officer } from "../officer/Officer.ts";
import type { OfficerDesk } from "../officer/useOfficer.ts";
import styles from "./OfficerBar.module.css";

export interface OfficerBarProps {
  readonly counterId: string;
  readonly desk: OfficerDesk;
  readonly officer: Officer;
  readonly commands: Commands;
  /** This officer has this counter open. */
  readonly isOpenHere: boolean;
  readonly isInStep: boolean;
}

/** Who works here, and the ways to leave. */
export function OfficerBar(props: OfficerBarProps): ReactNode {
  const { counterId, desk, officer, commands, isOpenHere, isInStep } = props;
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const isDisabled = !isInStep || officer.isLocked;
  return (
    <div className={styles["bar"]}>
      <span className={styles["who"]}>
        <strong>{officer.name}</strong>
        <span>{officerRoleText(i18n, officer.role)}</span>
      </span>
      <Button
        variant="quiet"
        icon={<Lock aria-hidden size="1.1em" />}
        isDisabled={isDisabled}
        onPress={() => void desk.lock()}
        testId="lock"
      >{t`Khóa (L)`}</Button>
      {isOpenHere && (
        <Button
          variant="quiet"
          icon={<DoorClosed aria-hidden size="1.1em" />}
          isDisabled={isDisabled}
          onPress={() => void commands.run("counter:close", { counterId })}
          testId="close-counter"
        >{t`Đóng quầy`}</Button>
      )}
      {!isOpenHere && (
        <Button
          variant="quiet"
          icon={<LogOut aria-hidden size="1.1em" />}
          isDisabled={!isInStep}
          onPress={() => void desk.signOut()}
          testId="sign-out"
        >{t`Đăng xuất`}</Button>
      )}
    </div>
  );
}
